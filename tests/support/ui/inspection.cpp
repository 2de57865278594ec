#include "support/ui/inspection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace goodweek::testing {

using namespace ui;

namespace {

constexpr float least_target = 44, tolerance = 1;

class Inspection {
public:
    Inspection(const Frame& frame, const Ui& ui, const Environment& environment)
        : frame_(frame), ui_(ui), environment_(environment) {
        for (const AccessNode& node : frame.nodes) by_key_[node.key] = &node, parents_.insert(node.parent);
    }

    std::vector<std::string> run() {
        keys();
        headings();
        names();
        targets();
        inside_the_page();
        apart();
        words();
        icons();
        return std::move(faults_);
    }

private:
    void fault(std::string words) { faults_.push_back(std::move(words)); }

    bool is_leaf(const AccessNode& node) const { return !parents_.contains(node.key); }

    static bool is_target(const AccessNode& node) {
        const Role role = node.role;
        return role == Role::button || role == Role::link || role == Role::option || role == Role::check ||
               role == Role::text_field || role == Role::file_button;
    }

    // Bars lie over the page by design; the page can be scrolled from under them. Gives back which one it is in, or 0.
    Key bar_of(const AccessNode& node) const {
        for (const AccessNode* at = &node; at;) {
            if (at->role == Role::navigation || at->role == Role::footer) return at->key;
            const auto parent = by_key_.find(at->parent);
            at = parent == by_key_.end() ? nullptr : parent->second;
        }
        return 0;
    }

    Key row_of(const AccessNode& node) const {
        const auto parent = by_key_.find(node.parent);
        if (parent == by_key_.end()) return 0;
        return parent->second->role == Role::cell  ? parent->second->parent
               : parent->second->role == Role::row ? parent->second->key
                                                   : 0;
    }

    void keys() {
        for (const Key key : frame_.doubled) {
            const auto node = by_key_.find(key);
            fault("one key is used twice: " + (node == by_key_.end() ? "?" : in_words(*node->second)));
        }
        for (const AccessNode& node : frame_.nodes)
            if (node.parent != 0 && !by_key_.contains(node.parent))
                fault("its parent is not on the page: " + in_words(node));
    }

    void headings() {
        const auto titles = std::ranges::count_if(
            frame_.nodes, [](const AccessNode& node) { return node.role == Role::heading && node.level == 1; });
        if (titles != 1) fault("the page has " + std::to_string(titles) + " titles");
        int level = 0;
        for (const AccessNode& node : frame_.nodes) {
            if (node.role != Role::heading) continue;
            if (node.level > level + 1 && level > 0) fault("a heading's level is skipped before: " + in_words(node));
            level = node.level;
        }
    }

    void names() {
        for (const AccessNode& node : frame_.nodes) {
            if (is_target(node) && node.name.empty()) fault("it has no name: " + in_words(node));
            for (const std::string* text : {&node.name, &node.description, &node.error}) {
                if (text->find('{') != std::string::npos) fault("a gap was not filled: " + *text);
                if (text->starts_with('[') && text->ends_with(']')) fault("there are no words for " + *text);
            }
        }
        std::map<std::pair<Key, std::string>, int> said;
        for (const AccessNode& node : frame_.nodes)
            if (node.role == Role::button && ++said[{0, node.name}] == 2)
                fault("two buttons have the same name: " + node.name);
    }

    void targets() {
        for (const AccessNode& node : frame_.nodes)
            if (is_target(node) && (node.rect.width < least_target - 0.5f || node.rect.height < least_target - 0.5f))
                fault("too small to press (" + size_of(node.rect) + "): " + in_words(node));
    }

    void inside_the_page() {
        for (const AccessNode& node : frame_.nodes)
            if (node.rect.x < -tolerance || node.rect.x + node.rect.width > environment_.width + tolerance ||
                node.rect.y < -tolerance)
                fault("outside the page: " + in_words(node));
        for (const Drawing* drawing : {&ui_.drawing(), &ui_.pinned()})
            for (const Shape& shape : *drawing) {
                const auto* text = std::get_if<shape::Text>(&shape);
                if (!text) continue;
                if (text->at.x < -tolerance || text->at.x + width_of(*text) > environment_.width + tolerance)
                    fault("drawn outside the page: " + text->words);
            }
    }

    float width_of(const shape::Text& text) const {
        float width = 0;
        for (std::string_view rest = text.words; !rest.empty();)
            width += ui_.fonts().advance(text.face, next_character(rest)) * text.size + text.letter;
        return width;
    }

    void apart() {
        std::vector<const AccessNode*> leaves;
        for (const AccessNode& node : frame_.nodes)
            if (is_leaf(node) && node.rect.width > 1 && node.rect.height > 1) leaves.push_back(&node);
        std::ranges::sort(leaves, {}, [](const AccessNode* node) { return node->rect.y; });
        for (std::size_t one = 0; one < leaves.size(); ++one)
            for (std::size_t other = one + 1; other < leaves.size(); ++other) {
                if (leaves[other]->rect.y >= leaves[one]->rect.y + leaves[one]->rect.height - tolerance) break;
                if (overlap(*leaves[one], *leaves[other]))
                    fault("over each other: " + in_words(*leaves[one]) + " and " + in_words(*leaves[other]));
            }
    }

    bool overlap(const AccessNode& a, const AccessNode& b) const {
        if (bar_of(a) != bar_of(b)) return false;
        if (row_of(a) != 0 && row_of(a) == row_of(b)) return false;  // the link that covers its row
        const float across =
            std::min(a.rect.x + a.rect.width, b.rect.x + b.rect.width) - std::max(a.rect.x, b.rect.x);
        const float down =
            std::min(a.rect.y + a.rect.height, b.rect.y + b.rect.height) - std::max(a.rect.y, b.rect.y);
        return across > tolerance && down > tolerance;
    }

    // Every word on the glass is in some node's text: what is drawn is said.
    void words() {
        std::string everything;
        for (const AccessNode& node : frame_.nodes)
            for (const std::string* text : {&node.name, &node.description, &node.error, &node.value})
                everything.append(*text).append("\n");
        std::ranges::replace(everything, '\n', ' ');
        for (const Drawing* drawing : {&ui_.drawing(), &ui_.pinned()})
            for (const Shape& shape : *drawing) {
                const auto* text = std::get_if<shape::Text>(&shape);
                if (text && text->face != Face::icons && !everything.contains(text->words))
                    fault("drawn, and not said: " + text->words);
            }
    }

    void icons() {
        for (const std::string& name : frame_.unknown_icons) fault("there is no icon " + name);
    }

    static std::string size_of(const Rect& rect) {
        return std::to_string(std::lround(rect.width)) + " x " + std::to_string(std::lround(rect.height));
    }

    const Frame& frame_;
    const Ui& ui_;
    const Environment& environment_;
    std::map<Key, const AccessNode*> by_key_;
    std::set<Key> parents_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> inspect(const Frame& frame, const Ui& ui, const Environment& environment) {
    return Inspection{frame, ui, environment}.run();
}

std::string_view in_words(Role role) {
    constexpr std::array names{
        "header", "navigation",  "main",      "footer", "section",       "list", "list item",  "group",  "figure",
        "dialog", "heading",     "paragraph", "label",  "button",        "link", "text field", "choice", "option",
        "check",  "file button", "table",     "row",    "column header", "cell", "progress",   "image"};
    return names[static_cast<std::size_t>(role)];
}

std::string in_words(const AccessNode& node) {
    const auto whole = [](float value) { return std::to_string(std::lround(value)); };
    return std::string(in_words(node.role)) + " \"" + node.name + "\"" +
           (node.error.empty() ? "" : " error \"" + node.error + "\"") + (node.checked ? " checked" : "") + " at " +
           whole(node.rect.x) + "," + whole(node.rect.y) + " " + whole(node.rect.width) + "x" +
           whole(node.rect.height);
}

}  // namespace goodweek::testing
