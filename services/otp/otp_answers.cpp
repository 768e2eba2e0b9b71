#include "services/otp/otp_answers.h"

namespace wemo::otp {

namespace {
qint64 second(const redis::Reply &reply) {
    return reply.items.size() > 1 ? QByteArray::fromStdString(reply.items[1].text).toLongLong() : 0;
}

Failure wait(const char *code, const char *message, qint64 ms) {
    Error error{ErrorKind::TooManyRequests, QString::fromLatin1(code), QString::fromLatin1(message), {}};
    error.retryAfterMs = ms;
    return failure(std::move(error));
}

Failure wrong(qint64 left) {
    Error error{ErrorKind::InvalidInput, "wrong-code", "This is not the code that was sent.", {}};
    error.fields = {{"code", "wrong-code", "This is not the code that was sent."}};
    error.extra = {{"checks_left", left}};
    return failure(std::move(error));
}
} // namespace

QByteArray statusOf(const redis::Reply &reply) {
    return reply.items.empty() ? QByteArray() : QByteArray::fromStdString(reply.items[0].text);
}

QHash<QByteArray, QByteArray> fieldsOf(const redis::Reply &reply) {
    QHash<QByteArray, QByteArray> fields;
    for (std::size_t i = 1; i + 1 < reply.items.size(); i += 2)
        fields.insert(QByteArray::fromStdString(reply.items[i].text),
                      QByteArray::fromStdString(reply.items[i + 1].text));
    return fields;
}

Failure refusal(const QByteArray &status, const redis::Reply &reply) {
    if (status == "limited")
        return wait("try-again-later", "Not now. Try again later.", second(reply));
    if (status == "early")
        return wait("resend-too-early", "The code was sent a moment ago. Wait before asking again.", second(reply));
    if (status == "wrong")
        return wrong(second(reply));
    if (status == "unknown")
        return failure(ErrorKind::NotFound, "challenge-not-found", "There is no such challenge for this device.");
    if (status == "expired")
        return failure(ErrorKind::Expired, "challenge-expired", "The code has expired. Ask for a new one.");
    if (status == "used")
        return failure(ErrorKind::Expired, "challenge-used", "The code has been used. Ask for a new one.");
    if (status == "locked")
        return failure(ErrorKind::Expired, "challenge-locked", "Too many wrong codes. Ask for a new one.");
    if (status == "mismatch")
        return failure(ErrorKind::Conflict, "idempotency-key-reused",
                       "This Idempotency-Key belongs to another request.");
    return failure(ErrorKind::Internal, "otp-script", "Codes cannot be handled now.",
                   "unexpected answer " + QString::fromLatin1(status));
}

} // namespace wemo::otp
