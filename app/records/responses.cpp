#include "records/responses.h"

#include <algorithm>

#include "domain/put_in_order.h"

namespace goodweek::records {

std::optional<Thousandths> ResponseAt::score(std::string_view id) const {
    const auto found = std::ranges::find(scores, id, &ScoreGiven::score);
    return found == scores.end() ? std::nullopt : found->value;
}

void Responses::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Response>();
    const auto* response = event ? &std::get<Response>(event->what) : nullptr;
    calls_.forget(entity.id);
    if (!response) return series_.forget(entity.id);
    if (response->called_for_help) calls_.set({.at = event->at, .entity = entity.id});
    series_.set({event->person.value_or(PersonId{}), response->questionnaire, response->form,
                 response->mode == AnswerMode::proxy},
                {event->at, entity.id, response->version, response->scores});
}

std::span<const ResponseAt> Responses::of(const ResponseSeries& series) const { return series_.all(series); }

std::optional<LocalMoment> Responses::called_for_help() const {
    return calls_.size() > 0 ? std::optional{calls_.all().back().at} : std::nullopt;
}

std::vector<ResponseSeries> Responses::series_of(const PersonId& person) const {
    std::vector<std::pair<LocalMoment, const ResponseSeries*>> used;
    const auto& all = series_.by_key();
    for (auto one = all.lower_bound({.person = person}); one != all.end() && one->first.person == person; ++one)
        if (one->second.size() > 0) used.emplace_back(one->second.all().back().at, &one->first);
    put_in_order(used, std::greater{}, &std::pair<LocalMoment, const ResponseSeries*>::first);
    std::vector<ResponseSeries> series;
    for (const auto& [at, one] : used) series.push_back(*one);
    return series;
}

}  // namespace goodweek::records
