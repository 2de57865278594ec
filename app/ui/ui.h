// Ui: handed to every view. Words (widgets/) put themselves at its cursor, record what they are called, and take what
// was done to them; views call words, and emit commands. Nothing here decides anything about a family.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "session/command.h"
#include "ui/access.h"
#include "ui/drawing.h"
#include "ui/environment.h"
#include "ui/text.h"
#include "ui/words.h"

namespace goodweek::ui {

// What stands inside of something. It runs while the call it was handed to does, and is never kept: two pointers, where
// std::function brings code for keeping each of them, 10 KB of the download. Name one with auto, not with Body.
class Body {
public:
    Body() = default;
    template <class Run>
        requires(!std::is_same_v<Run, Body>)
    Body(const Run& run) : run_(&run), call_([](const void* it) { (*static_cast<const Run*>(it))(); }) {}

    explicit operator bool() const { return call_ != nullptr; }
    void operator()() const { call_(run_); }

private:
    const void* run_ = nullptr;
    void (*call_)(const void*) = nullptr;
};

struct Announcement {
    std::string words;
    Live live = Live::polite;
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

// What one pass over a view came to.
struct Frame {
    std::vector<AccessNode> nodes;  // in reading order
    std::vector<session::Command> commands;
    std::vector<Announcement> announcements;
    std::string title;  // of the document, without " - Goodweek"
    Key focus = 0;      // to be given the keyboard; 0 is nobody
    float content_height = 0;
    float bar_height = 0;         // of the bottom bar that covers the page's foot, for scroll padding
    bool acted = false;           // an action was taken: lay out once more before showing
    bool moving = false;          // something is on its way: another frame, please
    std::vector<Action> untaken;  // presses and texts nobody wanted: a mistake of ours
    std::vector<Key> doubled;     // keys used twice: a mistake of ours
    std::vector<std::string> unknown_icons;
};

// The gap above and below a word; of two that meet, the larger counts.
struct Margins {
    float before = 0, after = 0;
};

struct Ui {
    Ui(const Fonts& fonts, const Words& words) : fonts_(fonts), words_(words) {}

    // ---- for the shell and for tests --------------------------------------------------------------------------
    void begin(const Environment& environment, std::vector<Action> actions);
    Frame end();
    // What end() left to be painted (paint.h).
    const Drawing& drawing() const { return drawing_; }
    const Drawing& pinned() const { return pinned_; }
    // How wide and high the browser would paint a text our faces cannot set.
    MeasureText measure;

    // ---- for views --------------------------------------------------------------------------------------------
    // One function for all: a template would bring the growing of a vector once for each command.
    void emit(session::Command command);

    // Sentences of assets/words/en.json. The key is written out, so that a test can find it.
    std::string text(std::string_view key, Gaps gaps = {}) const { return words_.say(key, gaps); }
    std::string counted(std::string_view key, long long count, Gaps gaps = {}) const {
        return words_.say_count(key, count, gaps);
    }
    std::string text(const Sentence& sentence) const { return words_.say(sentence); }
    // For a key whose end is data: text_of("measure.name.", measure.key).
    std::string text_of(std::string_view start, std::string_view end, Gaps gaps = {}) const;

    // Identity comes from the thing shown: everything called in the body has it in its key.
    void scope(std::string_view identity, const Body& body);
    // The key a word of that identity has in this scope.
    Key key(std::string_view identity) const { return key_of(scope_, identity); }

    void say(std::string words, Live live = Live::polite);
    void focus(Key key) { frame_.focus = key; }
    void focus(std::string_view identity) { focus(key(identity)); }

    // Leaves exactly this much room before the next word, whatever the two would have agreed on.
    void gap(float height) { flow_.forced = height; }

    const Environment& environment() const { return environment_; }
    const Theme& theme() const { return theme_; }
    const Words& words() const { return words_; }
    float scale() const { return environment_.text_scale; }
    // Text so large, or a page so narrow, that what stands side by side goes one under the other.
    bool stacked() const { return scale() >= 1.5f; }
    bool narrow() const { return environment_.width < 641; }                     // a phone
    bool roomy() const { return environment_.width >= 1024 && scale() < 1.5f; }  // a rail beside the page
    bool very_narrow() const { return environment_.width < 360; }

    // ---- for words: what was done ------------------------------------------------------------------------------
    // True once if this was done to this key since the last frame.
    bool take(Key key, ActionKind kind);
    std::optional<std::string> take_text(Key key);
    bool pressed(Key key) { return take(key, ActionKind::press); }
    // The same for what has an address: one of ours is gone to, others are the browser's business.
    bool followed(Key key, std::string_view href);
    bool held(Key key) const { return held_ == key && key != 0; }  // a finger is on it
    bool hovered(Key key) const { return hovered_ == key && key != 0; }
    bool focused(Key key) const { return focused_ == key && key != 0; }
    // True in the first frame that asks this after one that did not: what has just come onto the page.
    bool appeared(Key key);
    // Enter was pressed in a field: the page's primary button answers.
    bool enter = false;
    // A worker's page: smaller text, more of it.
    bool board = false;
    // Rows drawn so far in the list this word stands in.
    int rows = 0;
    // At the right of a row, or among buttons side by side: as small and as wide as the words need.
    bool compact = false;
    // The line that words put themselves on while they stand side by side.
    struct Line {
        float left = 0, right = 0;  // from where to where it may run
        float pen = 0, top = 0, height = 0;
    };
    std::optional<Line> line;

    // A number on its way to `target`: moves over `milliseconds`, at once where movement is unwelcome.
    float moved(Key key, float target, float milliseconds);
    // The same from 0 to 1, the first time this key is ever met.
    float first_seen(Key key, float milliseconds);

    // ---- for words: where things go ----------------------------------------------------------------------------
    float x() const { return flow_.x; }
    float width() const { return flow_.width; }
    float y() const { return flow_.y; }
    // The rectangle for something this high across the whole width; the cursor moves below it.
    Rect place(float height, Margins margins = {8, 8});
    // Where the next thing would begin; its gap is used up.
    float open(float before = 8);
    // The end of something opened at that top.
    void close(float bottom, float after = 8);
    // Runs the body in a column of its own at a place; gives back how high it came to be.
    float column(float x, float y, float width, const Body& body);
    // Left in the room that right leaves, right as small as it can be, centred on each other; read in that order.
    // Where text is large, right stands under left with the whole width. Right may stand lower, to share a baseline.
    // Gives back the height of both.
    float abreast(float x, float y, float width, float apart, const Body& left, const Body& right, float lower = 0);
    // What was recorded between two marks can be moved once its size is known.
    struct Mark {
        std::size_t shapes = 0, nodes = 0;
    };
    Mark mark() const { return {layer().size(), frame_.nodes.size()}; }
    void shift_between(Mark from, Mark to, float x, float y);
    // The smallest rectangle round every node since the mark.
    Rect extent_since(Mark mark) const;
    // Like place, for something only so wide: on the open line if there is one, else at the left of the column (at its
    // right end among what is compact).
    Rect place_small(Size size, Margins margins = {8, 8});

    // ---- for words: drawing and naming -------------------------------------------------------------------------
    Typesetter type() const { return {fonts_, environment_.text_scale, environment_.spacing, measure}; }
    const Fonts& fonts() const { return fonts_; }
    Drawing& layer() { return in_pinned_ ? pinned_ : drawing_; }
    const Drawing& layer() const { return in_pinned_ ? pinned_ : drawing_; }
    std::size_t draw(Shape shape);  // its place in the list, for what is completed later
    void draw_text(const Block& block, Point at);
    // An icon by its Lucide name, in a square of that size.
    void draw_icon(std::string_view name, Point top_left, float size, Colour colour);
    // Painted over the page, in viewport coordinates: bars that stay while the page scrolls.
    void pinned_layer(const Body& body);

    // Records a node under the open parent. The rectangle is where it is drawn.
    AccessNode& node(Key key, Role role, std::string name, Rect rect);
    // A node that holds those the body records; its rectangle is the body's.
    void inside(Key key, Role role, std::string name, const Body& body);
    AccessNode* find(Key key);
    Key parent() const { return parent_; }
    // A key for text that has no identity of its own: its place among its like in this scope.
    Key nth(std::string_view what);
    // The identity's key where there is one, else its place.
    Key key_or_nth(std::string_view identity, std::string_view what) {
        return identity.empty() ? nth(what) : key(identity);
    }

    void set_title(std::string title) { frame_.title = std::move(title); }
    void set_bar_height(float height) { frame_.bar_height = height; }

private:
    struct Flow {
        float x = 0, y = 0, width = 0;
        float pending = 0;
        std::optional<float> forced;
        bool first = true;
    };
    struct Motion {
        Key key;
        float from, to;
        double since, lasts;
        bool asked;
    };
    void notice_hands(std::vector<Action> actions);
    float place_of(const Motion& motion) const;
    float step(Motion& motion);

    const Fonts& fonts_;
    const Words& words_;
    Environment environment_;
    Theme theme_;
    Frame frame_;
    Drawing drawing_, pinned_;
    Flow flow_;
    Key scope_ = 0, parent_ = 0;
    bool in_pinned_ = false;
    std::vector<Action> actions_;
    std::unordered_set<Key> keys_;
    std::vector<std::pair<Key, int>> counts_;
    std::vector<Motion> motions_;
    std::unordered_set<Key> met_;
    std::vector<Key> here_, here_before_;
    Key held_ = 0, hovered_ = 0, focused_ = 0;
};

}  // namespace goodweek::ui
