#include "models/pricing/money_json.h"

namespace wemo::pricing {

namespace {
constexpr int longestText = 30;
constexpr Rate ratePerHundredth = perTwd / 100;
} // namespace

Rate readRate(JsonReader &reader, const QString &name) {
    const QString text = reader.string(name, longestText);
    const std::optional<Rate> rate = rateFromText(text);
    if (!rate && !text.isEmpty())
        reader.fail(name, "not-an-amount", "Expected an amount such as \"2.5\", with at most four decimals.");
    return rate.value_or(0);
}

std::optional<Rate> readOptionalRate(JsonReader &reader, const QString &name) {
    if (reader.has(name))
        return readRate(reader, name);
    (void)reader.optionalString(name); // known, and not given
    return std::nullopt;
}

QString percentText(qint64 hundredths) {
    return rateText(hundredths * ratePerHundredth);
}

std::optional<qint64> percentFromText(QStringView text) {
    const std::optional<Rate> value = rateFromText(text);
    if (!value || *value % ratePerHundredth != 0)
        return std::nullopt;
    return *value / ratePerHundredth;
}

qint64 readPercent(JsonReader &reader, const QString &name) {
    const QString text = reader.string(name, longestText);
    const std::optional<qint64> percent = percentFromText(text);
    if (!percent && !text.isEmpty())
        reader.fail(name, "not-a-percentage", "Expected a percentage such as \"12.5\", with at most two decimals.");
    return percent.value_or(0);
}

} // namespace wemo::pricing
