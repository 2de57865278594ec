#include "ui/ui.h"

#include <algorithm>
#include <cmath>

#include "ui/icon.h"

namespace goodweek::ui {

namespace {

Theme theme_for(const Environment& environment) {
    if (environment.forced) return forced_theme(*environment.forced);
    const bool dark = environment.scheme == Scheme::dark;
    if (environment.more_contrast) return dark ? dark_contrast_theme() : light_contrast_theme();
    return dark ? dark_theme() : light_theme();
}

Rect around(const Rect& one, const Rect& other) {
    const float x = std::min(one.x, other.x), y = std::min(one.y, other.y);
    return {x, y, std::max(one.x + one.width, other.x + other.width) - x,
            std::max(one.y + one.height, other.y + other.height) - y};
}

float eased(float share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

}  // namespace

// ---- a pass ------------------------------------------------------------------------------------------------------

void Ui::begin(const Environment& environment, std::vector<Action> actions) {
    environment_ = within_reason(environment);
    theme_ = theme_for(environment_);
    frame_ = {};
    drawing_.clear();
    pinned_.clear();
    keys_.clear();
    here_before_ = std::exchange(here_, {});
    counts_.clear();
    flow_ = {.x = 0, .y = 0, .width = environment_.width};
    scope_ = parent_ = 0;
    in_pinned_ = board = enter = compact = false;
    rows = 0;
    line.reset();
    std::erase_if(motions_, [](const Motion& motion) { return !motion.asked; });
    for (Motion& motion : motions_) motion.asked = false;
    notice_hands(std::move(actions));
}

// Fingers, pointers and focus change only how things look, so nobody has to take them.
void Ui::notice_hands(std::vector<Action> actions) {
    actions_.clear();
    for (Action& action : actions) {
        const auto leave = [&](Key& kept) { kept = kept == action.key ? 0 : kept; };
        switch (action.kind) {
            case ActionKind::down: held_ = action.key; break;
            case ActionKind::up: leave(held_); break;
            case ActionKind::hover_in: hovered_ = action.key; break;
            case ActionKind::hover_out: leave(hovered_), leave(held_); break;
            case ActionKind::focus: focused_ = action.key; break;
            case ActionKind::blur: leave(focused_); break;
            default: actions_.push_back(std::move(action));
        }
    }
}

Frame Ui::end() {
    frame_.content_height = std::max(frame_.content_height, flow_.y);
    for (Action& action : actions_) {
        const AccessNode* node = find(action.key);
        const bool enter_in_field = action.kind == ActionKind::press && node && node->role == Role::text_field;
        if (!enter_in_field) frame_.untaken.push_back(std::move(action));
    }
    actions_.clear();
    return std::move(frame_);
}

// ---- what was done -----------------------------------------------------------------------------------------------

bool Ui::take(Key key, ActionKind kind) {
    const auto found = std::ranges::find_if(
        actions_, [&](const Action& action) { return action.key == key && action.kind == kind; });
    if (found == actions_.end()) return false;
    actions_.erase(found);
    frame_.acted = true;
    return true;
}

bool Ui::followed(Key key, std::string_view href) {
    if (!pressed(key)) return false;
    if (href.starts_with('#')) emit(session::Go{session::route_from(href)});
    return true;
}

bool Ui::appeared(Key key) {
    here_.push_back(key);
    return !std::ranges::contains(here_before_, key);
}

std::optional<std::string> Ui::take_text(Key key) {
    std::optional<std::string> text;
    // The last of several is the whole text; the others are on the way to it.
    while (true) {
        const auto found = std::ranges::find_if(
            actions_, [&](const Action& action) { return action.key == key && action.kind == ActionKind::set_text; });
        if (found == actions_.end()) return text;
        text = std::move(found->text);
        actions_.erase(found);
        frame_.acted = true;
    }
}

void Ui::say(std::string words, Live live) { frame_.announcements.push_back({std::move(words), live}); }

std::string Ui::text_of(std::string_view start, std::string_view end, Gaps gaps) const {
    return words_.say(std::string(start).append(end), gaps);
}

float Ui::moved(Key key, float target, float milliseconds) {
    const auto found = std::ranges::find(motions_, key, &Motion::key);
    if (found == motions_.end()) {
        motions_.push_back({key, target, target, environment_.now_ms, 0, true});
        return target;
    }
    const float here = place_of(*found);
    if (found->to != target) *found = {key, here, target, environment_.now_ms, milliseconds, true};
    return step(*found);
}

float Ui::first_seen(Key key, float milliseconds) {
    if (met_.insert(key).second) motions_.push_back({key, 0, 1, environment_.now_ms, milliseconds, true});
    const auto found = std::ranges::find(motions_, key, &Motion::key);
    return found == motions_.end() ? 1 : step(*found);
}

float Ui::place_of(const Motion& motion) const {
    if (motion.lasts <= 0 || environment_.reduced_motion) return motion.to;
    const double share = std::clamp((environment_.now_ms - motion.since) / motion.lasts, 0.0, 1.0);
    return motion.from + (motion.to - motion.from) * eased(static_cast<float>(share));
}

float Ui::step(Motion& motion) {
    motion.asked = true;
    const bool under_way = !environment_.reduced_motion && environment_.now_ms - motion.since < motion.lasts;
    frame_.moving = frame_.moving || under_way;
    return place_of(motion);
}

// ---- where things go ---------------------------------------------------------------------------------------------

void Ui::emit(session::Command command) { frame_.commands.push_back(std::move(command)); }

void Ui::scope(std::string_view identity, const Body& body) {
    const Key outer = std::exchange(scope_, key_of(scope_, identity));
    body();
    scope_ = outer;
}

float Ui::open(float before) {
    const float agreed = flow_.first ? 0 : std::max(flow_.pending, before);
    flow_.y += flow_.forced.value_or(agreed);
    flow_.forced.reset();
    flow_.pending = 0;
    flow_.first = false;
    return flow_.y;
}

void Ui::close(float bottom, float after) {
    flow_.y = bottom;
    flow_.pending = after;
}

Rect Ui::place(float height, Margins margins) {
    const float top = open(margins.before);
    close(top + height, margins.after);
    return {flow_.x, top, flow_.width, height};
}

float Ui::column(float x, float y, float width, const Body& body) {
    const Flow outer = std::exchange(flow_, Flow{.x = x, .y = y, .width = std::max(width, 1.0f)});
    body();
    const float height = flow_.y - y;
    flow_ = outer;
    return height;
}

float Ui::abreast(float x, float y, float width, float apart, const Body& left, const Body& right, float lower) {
    if (stacked()) return column(x, y, width, [&] { left(), right(); });
    // The right side first, for it takes what it needs; then it is moved to where it belongs.
    const Mark start = mark();
    const bool outer = std::exchange(compact, true);
    column(0, 0, width, right);
    compact = outer;
    const Mark end = mark();
    const Rect side = extent_since(start);
    const float taken = side.width > 0 ? side.width + apart : 0;
    const float height = std::max(column(x, y, width - taken, left), side.height);
    const float left_height = extent_since(end).height;
    shift_between(start, end, x + width - side.width - side.x, y + (height - side.height) / 2 - side.y + lower);
    if (left_height < height) shift_between(end, mark(), 0, (height - left_height) / 2);
    const auto nodes = frame_.nodes.begin();
    std::rotate(nodes + static_cast<std::ptrdiff_t>(start.nodes), nodes + static_cast<std::ptrdiff_t>(end.nodes),
                frame_.nodes.end());
    return height;
}

void Ui::shift_between(Mark from, Mark to, float x, float y) {
    shift(layer(), from.shapes, to.shapes, x, y);
    for (std::size_t at = from.nodes; at < to.nodes; ++at) {
        frame_.nodes[at].rect.x += x;
        frame_.nodes[at].rect.y += y;
    }
}

Rect Ui::extent_since(Mark mark) const {
    if (mark.nodes >= frame_.nodes.size()) return {};
    Rect rect = frame_.nodes[mark.nodes].rect;
    for (std::size_t at = mark.nodes + 1; at < frame_.nodes.size(); ++at) rect = around(rect, frame_.nodes[at].rect);
    return rect;
}

Rect Ui::place_small(Size size, Margins margins) {
    if (!line) {
        const Rect rect = place(size.height, margins);
        const float width = std::min(size.width, rect.width);
        return {compact ? rect.x + rect.width - width : rect.x, rect.y, width, size.height};
    }
    constexpr float apart = 12;
    if (line->pen > line->left && line->pen + size.width > line->right + 0.5f) {
        line->top += line->height + 8;
        line->pen = line->left;
        line->height = 0;
    }
    // What is lower than a button stands in the middle of its line.
    const float lower = std::max(0.0f, (52 - size.height) / 2);
    const Rect rect{line->pen, line->top + lower, std::min(size.width, line->right - line->left), size.height};
    line->pen += rect.width + apart;
    line->height = std::max(line->height, size.height + 2 * lower);
    return rect;
}

// ---- drawing and naming ------------------------------------------------------------------------------------------

std::size_t Ui::draw(Shape shape) {
    layer().push_back(std::move(shape));
    return layer().size() - 1;
}

void Ui::draw_text(const Block& block, Point at) { ui::draw(layer(), block, at); }

// The icon font's em square is Lucide's grid, standing on its baseline.
void Ui::draw_icon(std::string_view name, Point top_left, float size, Colour colour) {
    const std::string glyph = icon_glyph(name);
    if (glyph.empty()) frame_.unknown_icons.emplace_back(name);
    else draw(shape::Text{{top_left.x, top_left.y + size}, glyph, Face::icons, size, colour, 0});
}

void Ui::pinned_layer(const Body& body) {
    const bool outer = std::exchange(in_pinned_, true);
    body();
    in_pinned_ = outer;
}

AccessNode& Ui::node(Key key, Role role, std::string name, Rect rect) {
    if (!keys_.insert(key).second) frame_.doubled.push_back(key);
    frame_.nodes.push_back(
        {.key = key, .parent = parent_, .role = role, .name = std::move(name), .pinned = in_pinned_, .rect = rect});
    return frame_.nodes.back();
}

void Ui::inside(Key key, Role role, std::string name, const Body& body) {
    const std::size_t place = frame_.nodes.size();
    node(key, role, std::move(name), {});
    const Key outer = std::exchange(parent_, key);
    body();
    parent_ = outer;
    if (place + 1 == frame_.nodes.size()) return;
    Rect rect = frame_.nodes[place + 1].rect;
    for (std::size_t at = place + 2; at < frame_.nodes.size(); ++at) rect = around(rect, frame_.nodes[at].rect);
    if (frame_.nodes[place].rect == Rect{}) frame_.nodes[place].rect = rect;
}

AccessNode* Ui::find(Key key) {
    const auto found = std::ranges::find(frame_.nodes, key, &AccessNode::key);
    return found == frame_.nodes.end() ? nullptr : &*found;
}

Key Ui::nth(std::string_view what) {
    const Key like = key_of(key_of(scope_, what), std::to_string(parent_));
    const auto found = std::ranges::find(counts_, like, &std::pair<Key, int>::first);
    const int place = found == counts_.end() ? counts_.emplace_back(like, 0).second : ++found->second;
    return key_of(like, std::to_string(place));
}

}  // namespace goodweek::ui
