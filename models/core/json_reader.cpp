#include "models/core/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace wemo {

namespace {
QString typeName(QJsonValue::Type type) {
    switch (type) {
    case QJsonValue::Bool:
        return "true or false";
    case QJsonValue::Double:
        return "a number";
    case QJsonValue::String:
        return "a string";
    case QJsonValue::Array:
        return "an array";
    case QJsonValue::Object:
        return "an object";
    default:
        return "a value";
    }
}
} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &text) {
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(
            ErrorKind::InvalidInput, "malformed-json",
            QString("The body is not JSON: %1 at byte %2.").arg(parseError.errorString()).arg(parseError.offset));
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, "malformed-json", "The body must be a JSON object.");
    return document.object();
}

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path)) {}

QString JsonReader::pathOf(const QString &name) const {
    return m_path.isEmpty() ? name : m_path + "." + name;
}

bool JsonReader::has(const QString &name) const {
    return m_object.contains(name) && !m_object.value(name).isNull();
}

void JsonReader::fail(const QString &name, const QString &code, const QString &message) {
    m_errors.append({pathOf(name), code, message});
}

void JsonReader::failAll(const QList<FieldError> &errors) {
    m_errors.append(errors);
}

bool JsonReader::hasErrorAt(const QString &name) const {
    const QString path = pathOf(name);
    return std::any_of(m_errors.cbegin(), m_errors.cend(), [&](const FieldError &error) { return error.path == path; });
}

QJsonValue JsonReader::take(const QString &name, QJsonValue::Type type, bool required) {
    m_seen.insert(name);
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() || value.isNull()) {
        if (required)
            fail(name, "required", "This field is required.");
        return QJsonValue(QJsonValue::Undefined);
    }
    if (value.type() != type) {
        fail(name, "wrong-type", QString("Expected %1.").arg(typeName(type)));
        return QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

QString JsonReader::string(const QString &name, int maxLength, int minLength) {
    const QJsonValue value = take(name, QJsonValue::String, true);
    if (value.isUndefined())
        return {};
    const QString text = value.toString();
    if (text.size() > maxLength)
        fail(name, "too-long", QString("At most %1 characters.").arg(maxLength));
    else if (text.size() < minLength)
        fail(name, "too-short", QString("At least %1 characters.").arg(minLength));
    return text;
}

std::optional<QString> JsonReader::optionalString(const QString &name, int maxLength) {
    m_seen.insert(name);
    return has(name) ? std::optional(string(name, maxLength, 0)) : std::nullopt;
}

qint64 JsonReader::integer(const QString &name, qint64 min, qint64 max) {
    const QJsonValue value = take(name, QJsonValue::Double, true);
    if (value.isUndefined())
        return min;
    const double number = value.toDouble();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::floor(number) != number || std::abs(number) > exact) {
        fail(name, "not-an-integer", "Expected a whole number.");
        return min;
    }
    const qint64 integer = value.toInteger();
    if (integer < min || integer > max)
        fail(name, "out-of-range", QString("Expected a number from %1 to %2.").arg(min).arg(max));
    return integer;
}

std::optional<qint64> JsonReader::optionalInteger(const QString &name, qint64 min, qint64 max) {
    m_seen.insert(name);
    return has(name) ? std::optional(integer(name, min, max)) : std::nullopt;
}

double JsonReader::number(const QString &name, double min, double max) {
    const QJsonValue value = take(name, QJsonValue::Double, true);
    if (value.isUndefined())
        return min;
    const double number = value.toDouble();
    if (number >= min && number <= max)
        return number;
    fail(name, "out-of-range", QString("Expected a number from %1 to %2.").arg(min).arg(max));
    return min;
}

std::optional<double> JsonReader::optionalNumber(const QString &name, double min, double max) {
    m_seen.insert(name);
    return has(name) ? std::optional(number(name, min, max)) : std::nullopt;
}

bool JsonReader::boolean(const QString &name) {
    return take(name, QJsonValue::Bool, true).toBool();
}

std::optional<bool> JsonReader::optionalBoolean(const QString &name) {
    m_seen.insert(name);
    return has(name) ? std::optional(boolean(name)) : std::nullopt;
}

Id JsonReader::id(const QString &name) {
    const QString text = string(name, 19);
    const std::optional<Id> id = idFromString(text);
    if (!id && !hasErrorAt(name))
        fail(name, "bad-id", "Expected an id: a string of digits.");
    return id.value_or(0);
}

std::optional<Id> JsonReader::optionalId(const QString &name) {
    m_seen.insert(name);
    return has(name) ? std::optional(id(name)) : std::nullopt;
}

Instant JsonReader::instant(const QString &name) {
    const QString text = string(name, 40);
    const Result<Instant> at = fromIso(text);
    if (!at && !hasErrorAt(name))
        fail(name, at.error().code, at.error().message);
    return at.value_or(Instant());
}

std::optional<Instant> JsonReader::optionalInstant(const QString &name) {
    m_seen.insert(name);
    return has(name) ? std::optional(instant(name)) : std::nullopt;
}

QStringList JsonReader::strings(const QString &name, int maxCount, int maxLength) {
    QStringList result;
    const QJsonArray items = array(name, maxCount);
    for (const QJsonValue &item : items) {
        if (!item.isString() || item.toString().size() > maxLength)
            fail(QString("%1[%2]").arg(name).arg(result.size()), "wrong-type", "Expected a short string.");
        result.append(item.toString());
    }
    return result;
}

QJsonObject JsonReader::object(const QString &name) {
    return take(name, QJsonValue::Object, true).toObject();
}

QJsonArray JsonReader::array(const QString &name, int maxCount) {
    const QJsonArray items = take(name, QJsonValue::Array, true).toArray();
    if (items.size() > maxCount) {
        fail(name, "too-many", QString("At most %1 entries.").arg(maxCount));
        return {};
    }
    return items;
}

Result<void> JsonReader::finish() {
    const QStringList names = m_object.keys();
    for (const QString &name : names)
        if (!m_seen.contains(name))
            fail(name.left(60), "unknown-field", "This field is not known here.");
    return finishLenient();
}

Result<void> JsonReader::finishLenient() const {
    if (m_errors.isEmpty())
        return {};
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = m_errors;
    return failure(std::move(error));
}

} // namespace wemo
