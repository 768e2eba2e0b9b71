#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "models/core/time.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace wemo {

/// Parses a body that must be one JSON object; errors name the byte offset.
Result<QJsonObject> parseJsonObject(const QByteArray &text);

/// Reads an object field by field, collects every mistake with its path and at `finish()` refuses fields nobody asked
/// for. The getters give a default after a mistake, so a codec reads straight through and checks once.
class JsonReader {
public:
    explicit JsonReader(QJsonObject object, QString path = {});

    QString string(const QString &name, int maxLength = 200, int minLength = 1);
    std::optional<QString> optionalString(const QString &name, int maxLength = 200);
    /// Integers only, and only those a double holds exactly; 1.5 is a mistake, not 1.
    qint64 integer(const QString &name, qint64 min, qint64 max);
    std::optional<qint64> optionalInteger(const QString &name, qint64 min, qint64 max);
    /// Any finite number; what must be whole is read by integer().
    double number(const QString &name, double min, double max);
    std::optional<double> optionalNumber(const QString &name, double min, double max);
    bool boolean(const QString &name);
    std::optional<bool> optionalBoolean(const QString &name);
    Id id(const QString &name);
    std::optional<Id> optionalId(const QString &name);
    Instant instant(const QString &name);
    std::optional<Instant> optionalInstant(const QString &name);
    QStringList strings(const QString &name, int maxCount, int maxLength = 200);
    QJsonObject object(const QString &name);
    QJsonArray array(const QString &name, int maxCount);
    /// A word out of an enum: `parse` is its fromString.
    template <typename Parse>
    auto word(const QString &name, Parse parse) -> typename decltype(parse(QStringView()))::value_type {
        const QString text = string(name, 100);
        const auto value = parse(QStringView(text));
        if (!value && !hasErrorAt(name))
            fail(name, "unknown-word", "This word is not one of those allowed here.");
        return value.value_or(typename decltype(parse(QStringView()))::value_type{});
    }

    bool has(const QString &name) const;
    void fail(const QString &name, const QString &code, const QString &message);
    /// Mistakes found elsewhere, their paths complete.
    void failAll(const QList<FieldError> &errors);
    /// Where a field of this object stands in the whole.
    QString pathOf(const QString &name) const;
    /// Call last. All mistakes at once, unknown fields included.
    Result<void> finish();
    /// For answers of our own service: unknown fields are let through, a newer service may say more.
    Result<void> finishLenient() const;
    /// The value, or the mistakes made while reading it: the last line of a codec.
    template <typename T>
    Result<T> finishLenient(T value) const {
        if (auto ok = finishLenient(); !ok)
            return Failure(ok.error());
        return value;
    }

private:
    QJsonValue take(const QString &name, QJsonValue::Type type, bool required);
    bool hasErrorAt(const QString &name) const;

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_seen;
    QList<FieldError> m_errors;
};

} // namespace wemo
