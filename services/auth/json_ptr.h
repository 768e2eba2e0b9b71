#pragma once
#include <jansson.h>

#include <QByteArray>
#include <QJsonDocument>

#include <cstdlib>
#include <memory>

namespace wemo::auth {

struct JsonDecref {
    void operator()(json_t *json) const { json_decref(json); }
};
/// One reference to a jansson value, which is what libjose speaks.
using JsonPtr = std::unique_ptr<json_t, JsonDecref>;

inline JsonPtr toJansson(const QByteArray &text) {
    return JsonPtr(json_loadb(text.constData(), static_cast<std::size_t>(text.size()), 0, nullptr));
}

inline QJsonObject toQt(const json_t *json) {
    const std::unique_ptr<char, decltype(&std::free)> text(json_dumps(json, JSON_COMPACT), &std::free);
    return text ? QJsonDocument::fromJson(QByteArray(text.get())).object() : QJsonObject();
}

inline QByteArray textOf(const json_t *object, const char *key) {
    return QByteArray(json_string_value(json_object_get(object, key)));
}

} // namespace wemo::auth
