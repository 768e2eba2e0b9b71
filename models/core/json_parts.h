#pragma once
#include "models/core/json_reader.h"

#include <QJsonArray>

/// What the codecs of all domains share.
namespace wemo {

inline QJsonValue orNull(const std::optional<Instant> &at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}
inline QJsonValue orNull(const std::optional<Milliseconds> &time) {
    return time ? QJsonValue(static_cast<qint64>(time->count())) : QJsonValue();
}
inline QJsonValue orNull(const QString &text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline QJsonValue idOrNull(Id id) {
    return id == 0 ? QJsonValue() : QJsonValue(idToString(id));
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

/// The objects of an array, each read by `read(object, path)`; their mistakes become the reader's.
template <typename T, typename Read>
std::vector<T> itemsFrom(JsonReader &reader, const QString &name, int most, Read read) {
    std::vector<T> items;
    const QJsonArray array = reader.array(name, most);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = reader.pathOf(QString("%1[%2]").arg(name).arg(i));
        if (!array[i].isObject()) {
            reader.failAll({{path, "wrong-type", "Expected an object."}});
            continue;
        }
        Result<T> item = read(array[i].toObject(), path);
        if (item)
            items.push_back(*std::move(item));
        else
            reader.failAll(item.error().fields);
    }
    return items;
}

} // namespace wemo
