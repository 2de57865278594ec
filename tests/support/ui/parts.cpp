#include "support/ui/parts.h"

#include <array>

namespace goodweek::testing {

using namespace ui;

namespace {

const FaceOf amal{.picture = "flower-2", .colour = 0}, dev{.picture = "bike", .colour = 1},
    junie{.picture = "rabbit", .colour = 2}, otto{.picture = "sailboat", .colour = 3};

void texts(Ui& ui) {
    heading(ui, {.text = "Goodweek: the parts", .level = 1, .over = "Larkrise Lane"});
    paragraph(ui, "Friday 6 November", Look::hint);
    paragraph(ui, {.text = "and a rest day so far.", .strong = "3 good days"});
    paragraph(ui, {.text = "so I can be on the netball team.", .lead = "Why:"});
    paragraph(ui, {.text = "Will send when online", .look = Look::small_hint, .icon = "cloud-off"});
    paragraph(ui, {.text = "265 number", .look = Look::number});
    bullets(ui, {.name = "What Sam sees",
                 .lines = {"Junie\u2019s peak flow and inhalers", "Goals and what we agreed"},
                 .mark = Bullets::Mark::tick});
    bullets(ui, {.name = "Call if", .lines = {"lips look blue"}, .mark = Bullets::Mark::red_dot});
}

void pressed_things(Ui& ui) {
    heading(ui, "Buttons");
    button(ui, "save", "Save");
    secondary(ui, "log", "Log it now");
    button(ui, "delete", {.label = "Delete", .look = Button::Look::warning, .icon = "x"});
    quiet(ui, "undo", "Undo");
    button(ui, "busy", {.label = "Saving", .busy = true});
    button(ui, "call",
           {.label = "Call 999", .look = Button::Look::warning, .icon = "phone", .big = true, .href = "tel:999"});
    buttons(ui, [&] {
        secondary(ui, "see", "See what Sam sees");
        link(ui, "change", {.label = "Change or stop", .href = "#/people"});
    });
    file_button(ui, "import", {.label = "Choose a file", .accept = ".csv,.txt"});
    link(ui, "goals", {.label = "All 4 goals", .href = "#/goals", .icon = "target"});
    link(ui, "centred", {.label = "Look around with an invented family", .href = "#/start", .centred = true});
}

void sheets(Ui& ui) {
    heading(ui, {.text = "Today", .aside = "1 of 4 done"});
    list(ui, {.name = "Today"}, [&] {
        row(ui, "due", {.title = "Brown inhaler", .text = "Junie, before school", .face = junie},
            [&] { button(ui, "done", {.label = "Taken", .about = "Brown inhaler"}); });
        row(ui, "just",
            {.title = "Just done",
             .text = "Inhaler taken. Nice one, Junie.",
             .face = junie,
             .state = Row::State::just_done},
            [&] { link(ui, "undo", {.label = "Undo", .href = "#/today", .about = "Just done"}); });
        row(ui, "gone",
            {.title = "Morning tablets",
             .text = "Otto, 7:10am",
             .face = otto,
             .state = Row::State::done,
             .done_word = "Taken"},
            [&] { link(ui, "undo", {.label = "Undo", .href = "#/today", .about = "Morning tablets"}); });
        row(ui, "link",
            {.title = "Next: swim with Dev on Saturday.",
             .text = "2 of 3 days this week",
             .href = "#/goal",
             .week = a_week(WeekStrip::Form::small)});
        row(ui, "agreed",
            {.title = "Ring the swimming pool",
             .text = "by Monday",
             .face = dev,
             .face_across = 28,
             .tag = Tag{"Waiting", Tag::Look::waiting}});
        row(ui, "value",
            {.title = "Peak flow",
             .chip = "wind",
             .chip_ground = Row::Ground::leaf,
             .href = "#/reading",
             .value = "265"});
    });
    heading(ui, {.text = "Goals"}, [&] { link(ui, "all", {.label = "Every goal", .href = "#/goals"}); });
    card(ui, "Next small step", [&] {
        week_strip(ui, a_week(WeekStrip::Form::middle));
        small_rating(ui, {.was = 3, .now = 7, .words = "3 to 7", .name = "3 in June, 7 now"});
        hairline(ui);
        tag(ui, {"Done", Tag::Look::done});
    });
    tiles(ui, {.name = "Log something",
               .across = 3,
               .tiles = {{"feel", {.label = "How I feel", .icon = "smile"}},
                         {"pressure", {.label = "Blood pressure", .icon = "heart-pulse"}},
                         {"rest", {.label = "A rest day", .icon = "moon"}}}});
    tiles(ui, {.name = "Who is here?",
               .tiles = {{"amal", {.label = "Amal", .face = amal}}, {"dev", {.label = "Dev", .face = dev}}}});
}

void notices(Ui& ui) {
    notice(ui, {.text = "A new version is ready."});
    notice(ui, {.tone = Tone::good, .text = "Saved on this phone."}, [&] { quiet(ui, "take_back", "Undo that"); });
    notice(ui,
           {.tone = Tone::warn, .title = "Make a backup", .text = "This phone has not promised to keep your data."});
    notice(ui, {.tone = Tone::party, .text = "That is 17 runs since September, Junie.", .small = true});
    care(ui, {.level = Care::Level::emergency, .title = "Call 999 now if:"},
         [&] { paragraph(ui, "someone is too breathless to speak"); });
    care(ui, {.level = Care::Level::urgent, .title = "Call 111 for advice today"},
         [&] { paragraph(ui, "it cannot wait for the surgery"); });
}

void questions(Ui& ui, PartsDraft& draft) {
    text_field(ui, "words", {.label = "What do you want to do?", .hint = "In your own words"}, draft.words);
    text_field(ui, "note", {.label = "Anything else", .multiline = true}, draft.words);
    number_field(ui, "number",
                 {.label = "Peak flow",
                  .unit = "litres per minute",
                  .hint = "The best of three blows",
                  .error = "Enter a number between 60 and 800",
                  .decimal = false},
                 draft.number);
    secret_field(ui, "secret", {.label = "Passphrase", .hint = "Four words"}, draft.secret, draft.shown);
    date_field(ui, "born", {.label = "Date of birth"}, draft.born);
    choice(ui, "row",
           {.legend = "How often do you feel left out?",
            .options = {{.value = 0, .label = "Hardly ever or never"},
                        {.value = 1, .label = "Some of the time", .hint = "A day or two", .icon = "smile"},
                        {.value = 2, .label = "I would rather not say", .over = "or"}},
            .look = Choice::Look::rows},
           draft.row);
    choice(ui, "when",
           {.legend = "When was this?",
            .options = {{.value = 0, .label = "Now, 7:45am"}, {.value = 1, .label = "Earlier today"}}},
           draft.list);
    choice(ui, "days",
           {.legend = "How many days",
            .options = {{.value = 14, .label = "14 days"},
                        {.value = 30, .label = "30 days"},
                        {.value = 90, .label = "90 days"}},
            .look = Choice::Look::segments,
            .legend_hidden = true},
           draft.segment);
    choice(ui, "who",
           {.legend = "Who is this about?",
            .options = {{.value = 0, .label = "Amal", .face = amal},
                        {.value = 1, .label = "Dev", .face = dev},
                        {.value = 2, .label = "Junie", .face = junie},
                        {.value = 3, .label = "Otto", .face = otto},
                        {.value = 4, .label = "All", .face = everyone()}},
            .look = Choice::Look::faces},
           draft.face);
    rating(ui, "rating",
           {.legend = "How is it going?",
            .low = "0 is not started",
            .high = "10 is all the way",
            .last_time = 5,
            .last_words = "You said 5 last time"},
           draft.rating);
    check(ui, "agree", {.label = "I have read this", .hint = "Nothing is sent yet"}, draft.agreed);
    check(ui, "plain", {.label = "Peak flow", .plain = true}, draft.plain);
}

Table caseload() {
    const auto family = [](std::string id, std::string heard, std::string next, std::optional<Tag> tag) {
        return TableRow{.id = id,
                        .cells = {{.text = id, .strong = true},
                                  {.text = "4", .hint = true},
                                  {.week = a_week(WeekStrip::Form::small)},
                                  {.text = std::move(heard)},
                                  {.text = std::move(next), .icon = "clock", .tag = std::move(tag)}},
                        .href = "#/family/" + id};
    };
    return {
        .caption = "Your families",
        .columns = {{.title = "Family", .width = 140},
                    {.title = "People", .width = 68, .number = true, .essential = false},
                    {.title = "This week", .width = 132},
                    {.title = "Last heard", .width = 128},
                    {.title = "What is next"}},
        .groups = {{.title = "Waiting for you",
                    .count = "2",
                    .look = Tag::Look::waiting,
                    .reason = "oldest first",
                    .rows = {family("Oakapple", "Yesterday", "Walking group has a place on Monday", {}),
                             family("Thistlewick", "Today, 7:45am", "Bike lights", Tag{"New", Tag::Look::away})}}}};
}

void numbers(Ui& ui, PartsDraft& draft) {
    heading(ui, "Readings");
    figure(ui, "peak_flow", a_fortnight_of_peak_flow(), draft.figure);
    small_figure(ui, "small",
                 {.title = "Minutes walked",
                  .last = "25 yesterday",
                  .picture = "sailboat",
                  .colour = 3,
                  .data = a_fortnight_of_peak_flow()});
    column_bars(
        ui, "months",
        {.name = "From 3 in September to 6 now", .bars = {{"3", "Sep", 3}, {"4", "Oct", 4}, {"6", "Nov", 6}}});
    table(ui, "caseload", caseload());
    columns(ui,
            {{.width = 200, .body = [&] { card(ui, "Goals", [&] { paragraph(ui, "Walk to the pier and back"); }); }},
             {.body = [&] { card(ui, "Messages", [&] { paragraph(ui, "Could the budget help?"); }); }}});
    progress(ui, "copying", {.label = "Copying 3 of 12", .now = 3, .most = 12});
    empty(ui, "nothing",
          {.title = "Your readings will be here",
           .text = "After 3 readings you will see them as a picture.",
           .action = "Log a reading"});
    qr(ui, "qr",
       {.modules = std::vector<std::vector<bool>>(25, std::vector<bool>(25, true)),
        .name = "Code to join this family"});
    loading(ui, "Opening your pages");
}

}  // namespace

void parts(Ui& ui, PartsDraft& draft) {
    page(ui,
         {.id = "parts",
          .home = true,
          .whose = "Amal",
          .face = amal,
          .whose_href = "#/open",
          .status = {{"circle-check", "Saved on this phone"}, {"cloud-off", "Will send when online (3 waiting)"}},
          .week = a_week(WeekStrip::Form::line),
          .places = family_places("today"),
          .menu_href = "#/more",
          .me = "Amal",
          .my_face = amal},
         [&] {
             texts(ui);
             week_strip(ui, a_week(WeekStrip::Form::large));
             pressed_things(ui);
             sheets(ui);
             notices(ui);
             questions(ui, draft);
             numbers(ui, draft);
         });
}

WeekStrip a_week(WeekStrip::Form form) {
    constexpr std::array names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::array states{DayState::good,    DayState::nothing, DayState::rest,   DayState::good,
                                DayState::nothing, DayState::to_come, DayState::to_come};
    WeekStrip week{.today = 4, .form = form, .name = "2 good days and a rest day so far"};
    for (std::size_t day = 0; day < 7; ++day)
        week.days[day] = {.state = states[day],
                          .planned = day == 5,
                          .date = std::to_string(day + 2),
                          .said = std::string(names[day]) + " " + std::to_string(day + 2) + " November"};
    return week;
}

FigureData a_fortnight_of_peak_flow() {
    FigureData data{.conclusion = "11 of 13 mornings were in the green zone",
                    .subject = "Peak flow",
                    .unit = "Litres per minute",
                    .days = 13,
                    .lowest = 150,
                    .highest = 320,
                    .bands = {{Zone::good, 240, 320, "Green: 240 or more"},
                              {Zone::caution, 180, 240, "Amber: 180 to 239"},
                              {Zone::danger, 150, 180, "Red: under 180"}},
                    .dates = {{0, "24 Oct"}, {7, "31 Oct"}, {13, "6 Nov"}},
                    .last_words = "265 today",
                    .columns = {"Day", "Reading"}};
    constexpr std::array values{262, 268, 255, 232, 222, 244, 0, 256, 260, 258, 266, 262, 248, 265};
    FigureSeries series{.name = "Peak flow"};
    for (std::size_t day = 0; day < values.size(); ++day) {
        if (values[day] == 0) continue;
        const std::string value = std::to_string(values[day]), date = "day " + std::to_string(day + 1);
        series.points.push_back({.when = static_cast<double>(day),
                                 .value = static_cast<double>(values[day]),
                                 .said = date + ": " + value,
                                 .more = "7:45am, Junie"});
        data.numbers.push_back({date, value});
    }
    series.points[3].note = "Cold began";
    data.series = {std::move(series)};
    return data;
}

std::vector<Place> family_places(std::string_view here) {
    std::vector<Place> places{
        {.id = "today", .label = "Today", .icon = "sun", .href = "#/today"},
        {.id = "week", .label = "This week", .bar_label = "Week", .icon = "target", .href = "#/week"},
        {.id = "log", .label = "Log", .icon = "circle-plus", .href = "#/log"},
        {.id = "more", .label = "More", .icon = "layout-grid", .href = "#/more"},
        {.id = "help", .label = "Help 999", .icon = "phone", .href = "#/help", .help = true}};
    for (Place& place : places) place.here = place.id == here;
    return places;
}

}  // namespace goodweek::testing
