#pragma once
#include "models/core/json_reader.h"

#include <QJsonArray>

/// What the codecs of this folder share.
namespace wemo::queue {

inline constexpr int maxText = 4000; ///< characters of an id, a name, a reason
inline constexpr int maxItems = 10'000;
inline constexpr qint64 maxCount = 2'000'000'000;
inline constexpr qint64 maxTotal = 1'000'000'000'000;

inline QJsonValue orNull(const std::optional<Instant> &at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}
inline QJsonValue orNull(const std::optional<Milliseconds> &time) {
    return time ? QJsonValue(static_cast<qint64>(time->count())) : QJsonValue();
}
inline QJsonValue orNull(const QString &text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline std::optional<Milliseconds> optionalMs(JsonReader &reader, const QString &name) {
    const std::optional<qint64> ms = reader.optionalInteger(name, 0, maxTotal);
    return ms ? std::optional(Milliseconds(*ms)) : std::nullopt;
}

template <typename T>
QJsonArray toArray(const QList<T> &items) {
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item));
    return array;
}

template <typename T, typename Read>
Result<QList<T>> listFrom(const QJsonArray &array, Read read) {
    QList<T> items;
    for (const QJsonValue &value : array) {
        Result<T> item = read(value.toObject());
        if (!item)
            return Failure(item.error());
        items.append(*std::move(item));
    }
    return items;
}

/// A member that may be null or absent.
template <typename T, typename Read>
Result<std::optional<T>> optionalFrom(const QJsonObject &json, const QString &name, Read read) {
    const QJsonValue value = json.value(name);
    if (value.isNull() || value.isUndefined())
        return std::optional<T>();
    Result<T> item = read(value.toObject());
    return item ? Result<std::optional<T>>(*std::move(item)) : Failure(item.error());
}

} // namespace wemo::queue
