#include "ui/pages/pricing/config_specs.h"

#include <QJsonArray>

#include <algorithm>

namespace wemo::pages::pricing {

std::size_t placeInStack(const QString &word) {
    const auto &specs = componentSpecs();
    const auto found = std::find_if(specs.begin(), specs.end(),
                                    [&](const auto &spec) { return word == QLatin1StringView(spec.word); });
    return static_cast<std::size_t>(found - specs.begin());
}

const std::vector<ComponentSpec> &componentSpecs() {
    using enum FieldKind;
    static const std::vector<FieldSpec> segment{
        {"start", Whole}, {"end", Whole, true}, {"rate", Money}, {"interval", Whole}};
    static const std::vector<ComponentSpec> specs{
        {"base", nullptr, {{"price", Money}, {"minutes", Whole}}},
        {"time", "segments", segment},
        {"distance", "segments", segment},
        {"packages",
         "packages",
         {{"hours", Whole},
          {"price", Money},
          {"included_km", Whole},
          {"overtime_per_minute", Money},
          {"extra_per_km", Money}}},
        {"zones", "fees", {{"from", Zone, true}, {"to", Zone, true}, {"amount", Money}}},
        {"calendar",
         "rules",
         {{"name_zh", Text},
          {"name_en", Text},
          {"from", Clock},
          {"to", Clock},
          {"effect", Choice},
          {"value", Amount},
          {"holidays", Choice},
          {"weekdays", Weekdays}}},
        {"cap", nullptr, {{"amount", Money}, {"minutes", Whole}, {"scope", Choice}}},
    };
    return specs;
}

const ComponentSpec *specOf(const QString &word) {
    const std::size_t place = placeInStack(word);
    return place < componentSpecs().size() ? &componentSpecs()[place] : nullptr;
}

QStringList choicesOf(const QString &key) {
    if (key == QLatin1StringView("effect"))
        return {"percent", "flat", "per_minute"};
    if (key == QLatin1StringView("holidays"))
        return {"any", "only", "never"};
    if (key == QLatin1StringView("scope"))
        return {"time", "rent"};
    return {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
}

QJsonObject freshRow(const QString &word) {
    if (word == QLatin1StringView("packages"))
        return {{"hours", 4}, {"price", "0"}, {"included_km", 0}, {"overtime_per_minute", "0"}, {"extra_per_km", "0"}};
    if (word == QLatin1StringView("zones"))
        return {{"amount", "0"}};
    if (word == QLatin1StringView("calendar"))
        return {{"name_zh", ""},     {"name_en", ""},
                {"holidays", "any"}, {"weekdays", QJsonArray::fromStringList(choicesOf("weekdays"))},
                {"from", "00:00"},   {"to", "24:00"},
                {"value", "0"},      {"effect", "percent"}};
    return {{"start", 0}, {"rate", "0"}, {"interval", 1}};
}

QJsonObject freshComponent(const ComponentSpec &spec) {
    const QString word = QString::fromLatin1(spec.word);
    QJsonObject json{{QStringLiteral("component"), word}};
    if (spec.rows)
        json.insert(QString::fromLatin1(spec.rows), QJsonArray{freshRow(word)});
    if (word == QLatin1StringView("base"))
        json.insert("price", "0"), json.insert("minutes", 0);
    if (word == QLatin1StringView("cap"))
        json.insert("amount", "0"), json.insert("minutes", 1440), json.insert("scope", "time");
    if (word == QLatin1StringView("calendar"))
        json.insert(QStringLiteral("holidays"), QJsonArray());
    return json;
}

} // namespace wemo::pages::pricing
