// The fields of a stored map, written and read one a line. A writer leaves out what is empty, absent or not set; a
// reader goes on after the first thing wrong and remembers it, so that a whole kind is read in one expression.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "vault/cbor.h"

namespace goodweek::records {

class FieldWriter {
public:
    FieldWriter& text(const char* key, std::string_view words);  // tidied
    FieldWriter& number(const char* key, std::int64_t value) { return add(key, value); }
    template <class Number>
    FieldWriter& number(const char* key, const std::optional<Number>& value) {
        return value ? add(key, std::int64_t{*value}) : *this;
    }
    template <class Choice>
    FieldWriter& choice(const char* key, Choice value) {
        return add(key, static_cast<std::uint64_t>(value));
    }
    // Its first value is not written.
    template <class Choice>
    FieldWriter& choice_if_any(const char* key, Choice value) {
        return value == Choice{} ? *this : choice(key, value);
    }
    FieldWriter& flag(const char* key, bool set) { return set ? add(key, 1) : *this; }
    FieldWriter& raw(const char* key, ByteView bytes) { return add(key, bytes); }
    template <class Tag, std::size_t Size>
    FieldWriter& id(const char* key, const Id<Tag, Size>& id) {
        return add(key, id.bytes);
    }
    template <class Tag, std::size_t Size>
    FieldWriter& id(const char* key, const std::optional<Id<Tag, Size>>& id) {
        return id ? add(key, id->bytes) : *this;
    }
    FieldWriter& texts(const char* key, const std::vector<std::string>& texts);
    FieldWriter& people(const char* key, const std::vector<PersonId>& people);
    template <class Item>
    FieldWriter& list(const char* key, const std::vector<Item>& items,
                      void (*write)(FieldWriter& v, const Item& it)) {
        if (items.empty()) return *this;
        vault::Cbor::Array maps;
        for (const auto& item : items) {
            FieldWriter v;
            write(v, item);
            maps.emplace_back(v.take());
        }
        return add(key, std::move(maps));
    }
    FieldWriter& add(const char* key, vault::Cbor value);
    vault::Cbor::Map take() { return std::move(fields_); }

private:
    vault::Cbor::Map fields_;
};

class FieldReader {
public:
    explicit FieldReader(const vault::Cbor& map) : map_(map) {}

    // What was wrong first, if anything was.
    const std::optional<vault::CborProblem>& problem() const { return problem_; }
    // A choice or a flag had a value that this release does not know.
    bool unknown_choice() const { return unknown_choice_; }
    // Fields other than these one-letter ones.
    bool has_more_than(std::string_view known) const;

    std::string text(std::string_view key);  // empty when it is not there
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> number_if_any(std::string_view key, std::int64_t least, std::int64_t most);
    int small(std::string_view key, int least, int most) { return static_cast<int>(number(key, least, most)); }
    std::optional<int> small_if_any(std::string_view key, int least, int most);
    template <class Choice>
    Choice choice(std::string_view key, Choice last) {
        return static_cast<Choice>(choice_of(key, static_cast<std::uint64_t>(last)));
    }
    // The first where it is not there.
    template <class Choice>
    Choice choice_if_any(std::string_view key, Choice last) {
        return static_cast<Choice>(choice_if_any_of(key, static_cast<std::uint64_t>(last)));
    }
    bool flag(std::string_view key);
    Bytes raw(std::string_view key) {
        return have(vault::bytes(map_, key), [](ByteView b) { return Bytes(b.begin(), b.end()); });
    }
    template <class IdType>
    IdType id(std::string_view key) {
        return have(vault::block<IdType::size>(map_, key), [](const auto& bytes) { return IdType{bytes}; });
    }
    template <class IdType>
    std::optional<IdType> id_if_any(std::string_view key) {
        return vault::find(map_, key) ? std::optional{id<IdType>(key)} : std::nullopt;
    }
    std::vector<PersonId> people(std::string_view key);
    std::vector<std::string> texts(std::string_view key);  // ascending, each once
    // Maps of these fields, a handful of them.
    template <class Item>
    std::vector<Item> list(std::string_view key, std::string_view known, Item (*read)(FieldReader& v)) {
        std::vector<Item> items;
        for (const auto& one : maps(key)) {
            FieldReader v{one};
            items.push_back(read(v));
            learn_from(v, known);
        }
        return items;
    }

    // Made into something, or that thing's default and a problem remembered.
    template <class T, class Make>
    auto have(const vault::CborResult<T>& found, Make make) -> decltype(make(*found)) {
        if (found) return make(*found);
        wrong(found.error());
        return {};
    }
    template <class T>
    T have(const vault::CborResult<T>& found) {
        return have(found, [](const T& value) { return value; });
    }
    void wrong(vault::CborProblem problem) {
        if (!problem_) problem_ = problem;
    }

private:
    std::uint64_t choice_of(std::string_view key, std::uint64_t last);
    std::uint64_t choice_if_any_of(std::string_view key, std::uint64_t last);
    std::span<const vault::Cbor> maps(std::string_view key);
    void learn_from(const FieldReader& inner, std::string_view known);

    const vault::Cbor& map_;
    bool more_inside_ = false;
    std::optional<vault::CborProblem> problem_;
    bool unknown_choice_ = false;
};

}  // namespace goodweek::records
