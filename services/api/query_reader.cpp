#include "services/api/query_reader.h"

namespace wemo::api {

QueryReader::QueryReader(const QUrlQuery &query)
    : m_query(query) {}

void QueryReader::fail(const QString &name, const QString &code, const QString &message) {
    m_errors.append({name, code, message});
}

std::optional<QString> QueryReader::take(const QString &name) {
    m_seen.insert(name);
    const QStringList values = m_query.allQueryItemValues(name, QUrl::FullyDecoded);
    if (values.size() > 1)
        fail(name, "repeated", "Give this parameter once.");
    return values.size() == 1 ? std::optional(values.first()) : std::nullopt;
}

std::optional<QString> QueryReader::text(const QString &name, int maxLength) {
    std::optional<QString> value = take(name);
    if (value && value->size() > maxLength) {
        fail(name, "too-long", QString("At most %1 characters.").arg(maxLength));
        return std::nullopt;
    }
    return value;
}

qint64 QueryReader::integer(const QString &name, qint64 min, qint64 max, qint64 fallback) {
    const std::optional<QString> value = take(name);
    if (!value)
        return fallback;
    bool isNumber = false;
    const qint64 number = value->toLongLong(&isNumber);
    if (isNumber && number >= min && number <= max)
        return number;
    fail(name, isNumber ? "out-of-range" : "not-an-integer",
         QString("Expected a number from %1 to %2.").arg(min).arg(max));
    return fallback;
}

std::optional<Id> QueryReader::id(const QString &name) {
    const std::optional<QString> value = take(name);
    const std::optional<Id> id = value ? idFromString(*value) : std::nullopt;
    if (value && !id)
        fail(name, "bad-id", "Expected an id: a string of digits.");
    return id;
}

std::optional<Instant> QueryReader::instant(const QString &name) {
    const std::optional<QString> value = take(name);
    if (!value)
        return std::nullopt;
    const Result<Instant> at = fromIso(*value);
    if (at)
        return *at;
    fail(name, at.error().code, at.error().message);
    return std::nullopt;
}

QStringList QueryReader::list(const QString &name, int maxCount) {
    const std::optional<QString> value = take(name);
    const QStringList items = value && !value->isEmpty() ? value->split(',') : QStringList();
    if (items.size() <= maxCount)
        return items;
    fail(name, "too-many", QString("At most %1 entries.").arg(maxCount));
    return {};
}

Result<void> QueryReader::finish() {
    const auto items = m_query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        if (!m_seen.contains(name)) {
            m_seen.insert(name);
            fail(name.left(60), "unknown-parameter", "This parameter is not known here.");
        }
    if (m_errors.isEmpty())
        return {};
    Error error{ErrorKind::InvalidInput, "invalid-parameters", "Some parameters are wrong.", {}};
    error.fields = m_errors;
    return failure(std::move(error));
}

} // namespace wemo::api
