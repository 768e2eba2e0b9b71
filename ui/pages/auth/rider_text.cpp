#include "ui/pages/auth/rider_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wemo::pages::auth {

namespace {
constexpr const char *context = "RiderApp";

struct Row {
    const char *code;
    const char *text;
};

const Row rows[] = {
    {"challenge-locked", QT_TRANSLATE_NOOP("RiderApp", "Too many wrong codes. Please get a new one.")},
    {"challenge-expired", QT_TRANSLATE_NOOP("RiderApp", "This code has expired. Please get a new one.")},
    {"challenge-used", QT_TRANSLATE_NOOP("RiderApp", "This code has been used. Please get a new one.")},
    {"challenge-not-found", QT_TRANSLATE_NOOP("RiderApp", "This sign-in is over. Please start again.")},
    {"malformed-code", QT_TRANSLATE_NOOP("RiderApp", "The code has 6 digits.")},
    {"tmp-token-expired", QT_TRANSLATE_NOOP("RiderApp", "This took too long. Please start again.")},
    {"tmp-token-used", QT_TRANSLATE_NOOP("RiderApp", "This sign-in is over. Please start again.")},
    {"tmp-token-unknown", QT_TRANSLATE_NOOP("RiderApp", "This sign-in is over. Please start again.")},
    {"wrong-device", QT_TRANSLATE_NOOP("RiderApp", "This sign-in belongs to another phone. Please start again.")},
    {"refresh-token-expired", QT_TRANSLATE_NOOP("RiderApp", "You were signed out. Please sign in again.")},
    {"refresh-token-reused", QT_TRANSLATE_NOOP("RiderApp", "You were signed out. Please sign in again.")},
    {"refresh-token-unknown", QT_TRANSLATE_NOOP("RiderApp", "You were signed out. Please sign in again.")},
    {"refresh-token-revoked", QT_TRANSLATE_NOOP("RiderApp", "You were signed out. Please sign in again.")},
};

QString tr(const char *text) {
    return QCoreApplication::translate(context, text);
}

QString waitText(qint64 ms) {
    const qint64 seconds = (ms + 999) / 1000;
    return seconds < 120 ? QCoreApplication::translate("RiderApp", "%1 s").arg(seconds)
                         : QCoreApplication::translate("RiderApp", "%1 min").arg((seconds + 59) / 60);
}

bool concernsPhone(const ui::ApiError &error) {
    return std::any_of(error.fields.cbegin(), error.fields.cend(),
                       [](const FieldError &field) { return field.path == u"phone"; });
}
} // namespace

QString riderText(const ui::ApiError &error) {
    for (const Row &row : rows)
        if (error.code == QLatin1StringView(row.code))
            return tr(row.text);
    if (error.code == u"wrong-code") {
        const int left = error.problem.value(QStringLiteral("checks_left")).toInt();
        return left > 0 ? QCoreApplication::translate("RiderApp", "That code is wrong. Tries left: %1").arg(left)
                        : tr(rows[0].text);
    }
    if (error.code == u"resend-too-early")
        return QCoreApplication::translate("RiderApp", "Please wait %1 before the next code.")
            .arg(waitText(error.retryAfterMs));
    if (error.kind == ErrorKind::TooManyRequests && error.retryAfterMs > 0)
        return QCoreApplication::translate("RiderApp", "Too many codes. Please try again in %1.")
            .arg(waitText(error.retryAfterMs));
    if (error.kind == ErrorKind::TooManyRequests)
        return QCoreApplication::translate("RiderApp", "Too many codes. Please try again later.");
    if (error.kind == ErrorKind::InvalidInput && concernsPhone(error))
        return QCoreApplication::translate(
            "RiderApp", "Please check the number. We need a Taiwan mobile number, such as 0912 345 678.");
    if (error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Timeout)
        return QCoreApplication::translate("RiderApp", "We cannot be reached right now. Please try again in a moment.");
    return QCoreApplication::translate("RiderApp", "Something went wrong. Please try again.");
}

QString codeIn(const QString &text) {
    static const QRegularExpression pattern(QStringLiteral("(?<!\\d)(\\d{4,8})(?!\\d)"));
    return pattern.match(text).captured(1);
}

} // namespace wemo::pages::auth
