#include "shell/dom_mirror.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>
#include <utility>

#include "domain/put_in_order.h"

namespace goodweek::shell {

using ui::AccessNode;
using ui::Role;

// web/bridge/wire.js reads roles by these numbers.
static_assert(static_cast<int>(Role::header) == 0 && static_cast<int>(Role::dialog) == 9 &&
              static_cast<int>(Role::button) == 13 && static_cast<int>(Role::image) == 25);

namespace {

// Little-endian words, as wasm's memory has them; a string is its length, its UTF-8 and padding to the next word.
class Writer {
public:
    explicit Writer(Bytes& out) : out_(out) { out_.clear(); }
    template <class Number>
    void put(Number number) {
        static_assert(sizeof number == 4);
        raw(&number, sizeof number);
    }
    void bytes(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
        const std::uint8_t four[] = {a, b, c, d};
        raw(four, sizeof four);
    }
    void halves(std::uint16_t a, std::uint16_t b) {
        const std::uint16_t two[] = {a, b};
        raw(two, sizeof two);
    }
    void text(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        raw(text.data(), text.size());
        out_.resize((out_.size() + 3) & ~std::size_t{3});
    }

private:
    void raw(const void* from, std::size_t size) {
        const auto at = out_.size();
        out_.resize(at + size);
        if (size != 0) std::memcpy(out_.data() + at, from, size);
    }
    Bytes& out_;
};

// Half a pixel is finer than a finger and coarse enough that rounding never looks like a change.
float to_half_pixel(float value) {
    return static_cast<float>(static_cast<long>(value * 2 + (value < 0 ? -0.5f : 0.5f))) / 2;
}

ui::Rect rounded(const ui::Rect& rect) {
    return {to_half_pixel(rect.x), to_half_pixel(rect.y), to_half_pixel(rect.width), to_half_pixel(rect.height)};
}

bool differs_only_in_place(AccessNode a, const AccessNode& b) {
    a.rect = b.rect;
    return a == b;
}

// Such a change is another HTML element, and so another handle.
bool same_element(const AccessNode& a, const AccessNode& b) {
    return a.role == b.role && a.level == b.level && a.field.multiline == b.field.multiline && a.modal == b.modal;
}

std::uint32_t flags_of(const AccessNode& node) {
    const bool flags[] = {node.disabled,        node.checked,          node.expanded,
                          node.expandable,      node.required,         node.busy,
                          node.modal,           node.gesture,          node.hidden_name,
                          node.field.multiline, node.field.spellcheck, node.paint == ui::Paint::browser,
                          node.pinned};
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < std::size(flags); ++i) bits |= static_cast<std::uint32_t>(flags[i]) << i;
    return bits;
}

// Of two nodes with one key the second goes: it would be the first, twice on the page.
void drop_doubles(std::vector<AccessNode>& nodes) {
    std::unordered_set<ui::Key> met;
    std::erase_if(nodes,
                  [&](const AccessNode& node) { return node.key == node.parent || !met.insert(node.key).second; });
}

void write_rect(Writer& out, const ui::Rect& rect) {
    out.put(rect.x);
    out.put(rect.y);
    out.put(rect.width);
    out.put(rect.height);
}

void write_node(Writer& out, Handle handle, const AccessNode& node) {
    out.put(handle);
    out.bytes(static_cast<std::uint8_t>(node.role), node.level, static_cast<std::uint8_t>(node.live),
              static_cast<std::uint8_t>(node.current));
    out.put(flags_of(node));
    write_rect(out, node.rect);
    out.put(node.font_size);
    out.put(node.now);
    out.put(node.most);
    out.put(node.field.font_size);
    out.halves(node.position, node.set_size);
    for (const auto* text : {&node.name, &node.description, &node.error, &node.value, &node.group, &node.lang,
                             &node.accept, &node.field.type, &node.field.inputmode, &node.field.autocomplete,
                             &node.field.autocapitalize, &node.field.enterkeyhint})
        out.text(*text);
}

}  // namespace

ByteView DomMirror::publish(std::vector<AccessNode> nodes) {
    drop_doubles(nodes);
    for (auto& node : nodes) node.rect = rounded(node.rect);
    if (nodes == nodes_) return {};

    std::unordered_map<ui::Key, Placed> placed;
    std::vector<const AccessNode*> moved, changed;
    bool order_changed = nodes.size() != nodes_.size();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& node = nodes[i];
        const auto known = placed_.find(node.key);
        const auto* before = known == placed_.end() ? nullptr : &nodes_[known->second.index];
        const bool stays = before != nullptr && same_element(*before, node);
        const auto handle = stays ? known->second.handle : ++last_handle_;
        placed.emplace(node.key, Placed{handle, i});
        if (!stays || known->second.index != i || before->parent != node.parent) order_changed = true;
        if (!stays || !differs_only_in_place(*before, node)) changed.push_back(&node);
        else if (before->rect != node.rect) moved.push_back(&node);
    }

    std::vector<Handle> removed;
    for (const auto& [key, place] : placed_) {
        const auto still = placed.find(key);
        if (still == placed.end() || still->second.handle != place.handle) removed.push_back(place.handle);
    }
    put_in_order(removed);

    Writer out{buffer_};
    out.put(static_cast<std::uint32_t>(removed.size()));
    out.put(static_cast<std::uint32_t>(order_changed ? nodes.size() : 0));
    out.put(static_cast<std::uint32_t>(moved.size()));
    out.put(static_cast<std::uint32_t>(changed.size()));
    for (const auto handle : removed) out.put(handle);
    if (order_changed)
        for (const auto& node : nodes) {
            const auto parent = placed.find(node.parent);
            out.put(placed.at(node.key).handle);
            out.put(parent == placed.end() ? Handle{0} : parent->second.handle);
        }
    for (const auto* node : moved) {
        out.put(placed.at(node->key).handle);
        write_rect(out, node->rect);
    }
    for (const auto* node : changed) write_node(out, placed.at(node->key).handle, *node);

    placed_ = std::move(placed);
    nodes_ = std::move(nodes);
    keys_.clear();
    for (const auto& [key, place] : placed_) keys_.emplace(place.handle, key);
    return buffer_;
}

Handle DomMirror::handle_of(ui::Key key) const {
    const auto place = placed_.find(key);
    return place == placed_.end() ? 0 : place->second.handle;
}

std::optional<ui::Key> DomMirror::key_of(Handle handle) const {
    const auto key = keys_.find(handle);
    if (key == keys_.end()) return std::nullopt;
    return key->second;
}

std::optional<Role> DomMirror::role_of(Handle handle) const {
    const auto key = key_of(handle);
    if (!key) return std::nullopt;
    return nodes_[placed_.at(*key).index].role;
}

std::string tab_title(const std::string& title, std::span<const AccessNode> nodes) {
    const bool wrong = std::ranges::any_of(nodes, [](const AccessNode& node) { return !node.error.empty(); });
    return (wrong ? "Error: " : "") + (title.empty() ? "Goodweek" : title + " - Goodweek");
}

}  // namespace goodweek::shell
