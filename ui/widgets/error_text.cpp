#include "ui/widgets/error_text.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>

namespace wemo::ui {

namespace {
constexpr const char *context = "ErrorText";
constexpr qsizetype mostFields = 3;

struct Row {
    const char *code;
    const char *text;
    bool withWords = false; ///< technicians need what the service said as well
};

const char *const sessionOver = QT_TRANSLATE_NOOP("ErrorText", "Your session has ended. Please sign in again.");
const char *const noRedis =
    QT_TRANSLATE_NOOP("ErrorText", "The service cannot reach Redis just now. Try again in a moment.");
const char *const noStorage =
    QT_TRANSLATE_NOOP("ErrorText", "The service cannot reach its database just now. Try again in a moment.");
const char *const fault = QT_TRANSLATE_NOOP(
    "ErrorText", "The service made a mistake. If it happens again, tell the technicians the request ID.");
const char *const misunderstood =
    QT_TRANSLATE_NOOP("ErrorText", "The service did not understand the console. Their versions may not fit together.");
const char *const unreadable = QT_TRANSLATE_NOOP(
    "ErrorText", "The service's answer could not be read. The versions of console and service may not fit together.");
const char *const tooMuch = QT_TRANSLATE_NOOP("ErrorText", "This is more than the service takes at once.");
const char *const tooOften = QT_TRANSLATE_NOOP("ErrorText", "Too many tries. Try again later.");
const char *const busy =
    QT_TRANSLATE_NOOP("ErrorText", "The service is not available just now. Try again in a moment.");
const char *const tooSlow = QT_TRANSLATE_NOOP("ErrorText", "The service did not answer in time.");
const char *const otherFilter =
    QT_TRANSLATE_NOOP("ErrorText", "This place in the list belongs to another filter. Refresh the list.");
const char *const wrongFields = QT_TRANSLATE_NOOP("ErrorText", "Some of what was entered is not right.");

const Row problems[] = {
    {"service-starting", QT_TRANSLATE_NOOP("ErrorText", "The service is still starting.")},
    {"service-unreachable", QT_TRANSLATE_NOOP("ErrorText", "The service cannot be reached.")},
    {"no-answer-in-time", tooSlow},
    {"feed-stopped", QT_TRANSLATE_NOOP("ErrorText", "The service is stopping.")},
    {"wrong-credentials", QT_TRANSLATE_NOOP("ErrorText", "User name or password is wrong.")},
    {"no-token", sessionOver},
    {"session-over", sessionOver},
    {"access-token-invalid", sessionOver},
    {"not-permitted", QT_TRANSLATE_NOOP("ErrorText", "Your role may not do this.")},
    {"redis-unavailable", noRedis},
    {"redis-timeout", noRedis},
    {"redis-no-master", noRedis},
    {"redis-refused", noRedis},
    {"redis-error", fault},
    {"storage-unavailable", noStorage},
    {"storage-timeout", QT_TRANSLATE_NOOP("ErrorText", "The database took too long. Try again, or look at less.")},
    {"storage-corrupt", QT_TRANSLATE_NOOP("ErrorText", "The database is damaged. Tell the technicians.")},
    {"storage-fault", fault},
    {"too-many-connections", busy},
    {"message-not-found", QT_TRANSLATE_NOOP("ErrorText", "There is no such message.")},
    {"queue-not-found", QT_TRANSLATE_NOOP("ErrorText", "There is no such queue.")},
    {"job-not-found", QT_TRANSLATE_NOOP("ErrorText", "The queue no longer has this job.")},
    {"policy-not-found", QT_TRANSLATE_NOOP("ErrorText", "There is no such policy, or no longer.")},
    {"duplicate-id", QT_TRANSLATE_NOOP("ErrorText", "There is a policy of this name already.")},
    {"ban-not-found", QT_TRANSLATE_NOOP("ErrorText", "There is no such ban.")},
    {"banned-already", QT_TRANSLATE_NOOP("ErrorText", "This is on the ban list already.")},
    {"import-not-found", QT_TRANSLATE_NOOP("ErrorText", "There is no such import.")},
    {"ban-list-rebuilding", QT_TRANSLATE_NOOP("ErrorText", "The ban list is being read again. Try again in a moment.")},
    {"undo-over", QT_TRANSLATE_NOOP("ErrorText", "This can no longer be undone.")},
    {"nothing-to-undo", QT_TRANSLATE_NOOP("ErrorText", "This can no longer be undone.")},
    {"undo-expired", QT_TRANSLATE_NOOP("ErrorText", "This can no longer be undone.")},
    {"foreign-queue",
     QT_TRANSLATE_NOOP("ErrorText",
                       "Another program uses this queue in a way that does not fit. Tell the technicians.")},
    {"no-handset", QT_TRANSLATE_NOOP("ErrorText", "This service sends to real handsets; there is none to look at.")},
    {"handset-unreachable", QT_TRANSLATE_NOOP("ErrorText", "The virtual handset does not answer.")},
    {"no-demo", QT_TRANSLATE_NOOP("ErrorText", "This service has no demo accounts.")},
    {"cursor-mismatch", otherFilter},
    {"bad-cursor", otherFilter},
    {"code-used", QT_TRANSLATE_NOOP("ErrorText", "The code in this message has been used. It is not sent again.")},
    {"code-expired",
     QT_TRANSLATE_NOOP("ErrorText", "The code in this message is no longer valid. The rider asks for a new one.")},
    {"still-open",
     QT_TRANSLATE_NOOP("ErrorText", "This message is still on its way. It may arrive yet, so it is not sent again.")},
    {"too-late", QT_TRANSLATE_NOOP("ErrorText", "This message is on its way already and cannot be taken back.")},
    {"not-submitted",
     QT_TRANSLATE_NOOP("ErrorText", "No gateway has taken this message yet, so there is none to ask.")},
    {"no-gateway", QT_TRANSLATE_NOOP("ErrorText", "The gateway of this message is no longer in use.")},
    {"count-changed", QT_TRANSLATE_NOOP("ErrorText", "The number of messages has changed meanwhile. Count again.")},
    {"resent-already", QT_TRANSLATE_NOOP("ErrorText", "This message has been sent again already.")},
    {"code-not-kept",
     QT_TRANSLATE_NOOP("ErrorText", "The code in this message is no longer kept. The rider asks for a new one.")},
    {"text-gone", QT_TRANSLATE_NOOP("ErrorText", "The text of this message is no longer kept.")},
    {"number-gone", QT_TRANSLATE_NOOP("ErrorText", "The number of this message is no longer kept.")},
    {"duplicate", QT_TRANSLATE_NOOP("ErrorText", "This is there already.")},
    {"body-too-large", tooMuch},
    {"header-too-large", tooMuch},
    {"too-many-attempts", tooOften},
    {"try-again-later", tooOften},
    {"resend-too-early", tooOften},
    {"invalid-fields", wrongFields, true},
    {"invalid-parameters", wrongFields, true},
    {"malformed-json", misunderstood, true},
    {"malformed-request", misunderstood, true},
    {"unsupported-media-type", misunderstood, true},
    {"method-not-allowed", misunderstood, true},
    {"no-such-path", misunderstood, true},
};

const char *ofKind(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return QT_TRANSLATE_NOOP("ErrorText", "The service does not accept this.");
    case ErrorKind::Unauthorized:
        return sessionOver;
    case ErrorKind::Forbidden:
        return QT_TRANSLATE_NOOP("ErrorText", "Your role may not do this.");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "This does not exist, or no longer does.");
    case ErrorKind::Conflict:
        return QT_TRANSLATE_NOOP("ErrorText", "This has changed in the meantime. Refresh, then try again.");
    case ErrorKind::Expired:
        return QT_TRANSLATE_NOOP("ErrorText", "The time for this is over. Please start again.");
    case ErrorKind::TooLarge:
        return tooMuch;
    case ErrorKind::TooManyRequests:
        return tooOften;
    case ErrorKind::Unavailable:
        return busy;
    case ErrorKind::Timeout:
        return tooSlow;
    case ErrorKind::Canceled:
        return QT_TRANSLATE_NOOP("ErrorText", "This was canceled.");
    case ErrorKind::Internal:
        break;
    }
    return fault;
}

QString tr(const char *text) {
    return QCoreApplication::translate(context, text);
}

/// The service did as asked, and its answer is not one this console knows.
bool isUnreadable(const ApiError &error) {
    const bool codec = error.status == 0 && error.kind == ErrorKind::InvalidInput; // codecs know of no HTTP status
    return codec || (error.status >= 200 && error.status < 300);
}

/// Whole seconds, rounded up: who waits that long is let in.
QString waitText(qint64 ms) {
    const qint64 seconds = (ms + 999) / 1000;
    return seconds < 60 ? QCoreApplication::translate("TimeText", "%1 s").arg(seconds)
                        : durationText(Milliseconds(seconds * 1000));
}

QString throttled(const ApiError &error) {
    const QString wait = waitText(error.retryAfterMs);
    if (error.code == u"too-many-attempts")
        return QCoreApplication::translate("ErrorText", "Too many attempts to sign in. Try again in %1.").arg(wait);
    return QCoreApplication::translate("ErrorText", "Too many tries. Try again in %1.").arg(wait);
}

QString wrongFieldsOf(const ApiError &error) {
    QStringList lines;
    for (const FieldError &field : error.fields.first(std::min(mostFields, error.fields.size())))
        lines.append(field.path.isEmpty() ? fieldText(field) : field.path + ": " + fieldText(field));
    return lines.join('\n');
}

QString wordsOf(const ApiError &error) {
    if (!error.fields.isEmpty())
        return wrongFieldsOf(error);
    if (error.message.isEmpty() && error.status > 0)
        return QString("HTTP %1").arg(error.status);
    return error.message;
}
} // namespace

ErrorText errorText(const ApiError &error) {
    if (isUnreadable(error))
        return {tr(unreadable), wordsOf(error)};
    if (error.kind == ErrorKind::TooManyRequests && error.retryAfterMs > 0)
        return {throttled(error), {}};
    for (const Row &row : problems)
        if (error.code == QLatin1StringView(row.code))
            return {tr(row.text), row.withWords ? wordsOf(error) : QString()};
    const bool plain = error.code == toString(error.kind); // says no more than the kind does
    return {tr(ofKind(error.kind)), plain && error.fields.isEmpty() ? QString() : wordsOf(error)};
}

QStringList knownProblemCodes() {
    QStringList codes;
    for (const Row &row : problems)
        codes.append(QString::fromLatin1(row.code));
    return codes;
}

} // namespace wemo::ui
