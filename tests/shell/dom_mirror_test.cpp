#include "shell/dom_mirror.h"

#include <doctest/doctest.h>

#include <cstring>

namespace goodweek::shell {

namespace {

using ui::AccessNode;
using ui::Role;

AccessNode node(ui::Key key, Role role, std::string name, ui::Key parent = 0) {
    return {.key = key, .parent = parent, .role = role, .name = std::move(name), .rect = {0, 0, 100, 44}};
}

std::vector<AccessNode> a_page() {
    auto nodes = std::vector{node(1, Role::main, ""), node(2, Role::heading, "Today", 1),
                             node(3, Role::button, "Save reading", 1), node(4, Role::button, "Undo", 1)};
    nodes[1].level = 1;
    return nodes;
}

// The four counts every patch begins with.
struct Counts {
    std::uint32_t removed, order, moved, changed;
    friend bool operator==(const Counts&, const Counts&) = default;
};
Counts counts(ByteView patch) {
    Counts counts{};
    REQUIRE(patch.size() >= sizeof counts);
    std::memcpy(&counts, patch.data(), sizeof counts);
    return counts;
}

}  // namespace

TEST_CASE("the first time, the page hears of everything") {
    DomMirror mirror;
    CHECK(counts(mirror.publish(a_page())) == Counts{0, 4, 0, 4});
}

TEST_CASE("a page that stays as it was is left alone") {
    DomMirror mirror;
    mirror.publish(a_page());
    CHECK(mirror.publish(a_page()).empty());
}

TEST_CASE("a button whose words change is the same button, so it keeps the keyboard") {
    DomMirror mirror;
    mirror.publish(a_page());
    const auto before = mirror.handle_of(3);
    auto nodes = a_page();
    nodes[2].name = "Saving";
    CHECK(counts(mirror.publish(nodes)) == Counts{0, 0, 0, 1});
    CHECK(mirror.handle_of(3) == before);
}

TEST_CASE("what only moved is sent as a place, without its words") {
    DomMirror mirror;
    mirror.publish(a_page());
    auto nodes = a_page();
    nodes[3].rect.y += 30;
    CHECK(counts(mirror.publish(nodes)) == Counts{0, 0, 1, 0});
}

TEST_CASE("less than half a pixel is not a move") {
    DomMirror mirror;
    mirror.publish(a_page());
    auto nodes = a_page();
    nodes[3].rect.x += 0.2f;
    CHECK(mirror.publish(nodes).empty());
}

TEST_CASE("something removed is named once, and the order of the rest is given again") {
    DomMirror mirror;
    mirror.publish(a_page());
    auto nodes = a_page();
    nodes.erase(nodes.begin() + 2);
    CHECK(counts(mirror.publish(nodes)) == Counts{1, 3, 0, 0});
    CHECK(mirror.handle_of(3) == 0);
}

TEST_CASE("an answer from an element that has gone finds nobody") {
    DomMirror mirror;
    mirror.publish(a_page());
    const auto gone = mirror.handle_of(4);
    auto nodes = a_page();
    nodes.pop_back();
    mirror.publish(nodes);
    CHECK_FALSE(mirror.key_of(gone));

    SUBCASE("even when the same thing comes back") {
        mirror.publish(a_page());
        CHECK_FALSE(mirror.key_of(gone));
        CHECK(mirror.key_of(mirror.handle_of(4)) == 4);
    }
}

TEST_CASE("a button that becomes a link is another element") {
    DomMirror mirror;
    mirror.publish(a_page());
    const auto before = mirror.handle_of(4);
    auto nodes = a_page();
    nodes[3].role = Role::link;
    CHECK(counts(mirror.publish(nodes)) == Counts{1, 4, 0, 1});
    CHECK(mirror.handle_of(4) != before);
}

TEST_CASE("an empty page takes everything away") {
    DomMirror mirror;
    mirror.publish(a_page());
    CHECK(counts(mirror.publish({})) == Counts{4, 0, 0, 0});
}

TEST_CASE("a mistake of ours in the keys leaves an odd page, not an empty one") {
    DomMirror mirror;
    auto nodes = a_page();
    nodes.push_back(node(3, Role::button, "Save reading again", 1));
    nodes.push_back(node(9, Role::paragraph, "Its own parent", 9));
    CHECK(counts(mirror.publish(nodes)) == Counts{0, 4, 0, 4});
    nodes.push_back(node(10, Role::paragraph, "Nobody's child", 77));
    CHECK(counts(mirror.publish(nodes)) == Counts{0, 5, 0, 1});
}

TEST_CASE("the tab says what page this is, and that something is wrong") {
    auto nodes = a_page();
    CHECK(tab_title("Today", nodes) == "Today - Goodweek");
    CHECK(tab_title("", nodes) == "Goodweek");
    nodes[2].error = "Enter a reading between 60 and 800";
    CHECK(tab_title("Today", nodes) == "Error: Today - Goodweek");
}

}  // namespace goodweek::shell
