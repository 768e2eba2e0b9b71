#include "models/core/json_reader.h"
#include "services/runtime/seal.h"

#include <jansson.h>
extern "C" { // jose 11 does not say so itself
#include <jose/jwk.h>
}

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace wemo::runtime {

namespace {
constexpr int keyBytes = 32;

Failure unusable(const QString &path, const QString &why) {
    return failure(ErrorKind::Internal, "secrets-unusable", QString("The secrets file %1 %2.").arg(path, why));
}

QByteArray newSigningKey() {
    json_t *jwk = json_pack("{s:s}", "alg", "ES256");
    QByteArray text;
    if (jwk && jose_jwk_gen(nullptr, jwk)) {
        char *dumped = json_dumps(jwk, JSON_COMPACT | JSON_SORT_KEYS);
        text = dumped;
        free(dumped);
    }
    json_decref(jwk);
    return text;
}

Secrets makeSecrets() {
    return {randomBytes(keyBytes), randomBytes(keyBytes), randomBytes(keyBytes), randomToken(24),
            newSigningKey(),       randomToken(24),       randomToken(24)};
}

QByteArray toFile(const Secrets &secrets) {
    const auto printed = [](const QByteArray &key) { return QString::fromLatin1(key.toBase64()); };
    return QJsonDocument(QJsonObject{{"otp_pepper", printed(secrets.otpPepper)},
                                     {"seal_key", printed(secrets.sealKey)},
                                     {"lookup_key", printed(secrets.lookupKey)},
                                     {"webhook_token", QString::fromLatin1(secrets.webhookToken)},
                                     {"jwt_seed", QString::fromLatin1(secrets.jwtSeed)},
                                     {"quote_key", QString::fromLatin1(secrets.quoteKey)},
                                     {"sms_key", QString::fromLatin1(secrets.smsKey)}})
        .toJson();
}

QByteArray readKey(JsonReader &reader, const QString &name) {
    const QString text = reader.string(name);
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!text.isEmpty() && (!decoded || decoded.decoded.size() != keyBytes))
        reader.fail(name, "bad-key", "Expected 32 bytes in Base64.");
    return decoded.decoded;
}

/// Files from before there was one have none.
QByteArray readServiceKey(JsonReader &reader, const QString &name) {
    const QByteArray key = reader.optionalString(name, 200).value_or(QString()).toLatin1();
    if (reader.has(name) && key.size() < 16)
        reader.fail(name, "bad-key", "Expected at least 16 characters.");
    return key;
}

Result<Secrets> parse(const QString &path, const QByteArray &text) {
    const Result<QJsonObject> object = parseJsonObject(text);
    if (!object)
        return unusable(path, "is not a JSON object");
    JsonReader reader(*object);
    Secrets secrets{readKey(reader, "otp_pepper"), readKey(reader, "seal_key"), readKey(reader, "lookup_key"),
                    reader.string("webhook_token", 200, 16).toLatin1(), reader.string("jwt_seed", 2000, 40).toLatin1()};
    secrets.quoteKey = readServiceKey(reader, "quote_key");
    secrets.smsKey = readServiceKey(reader, "sms_key");
    if (const Result<void> ok = reader.finish(); !ok) {
        const FieldError &first = ok.error().fields.first();
        return unusable(path, QString("has a wrong %1: %2").arg(first.path, first.message));
    }
    return secrets;
}

/// Whole or not at all, and never over a file that is there: the name appears by link(2) once the content is on disk.
bool writeNew(const QString &path, const QByteArray &content) {
    const QByteArray target = QFile::encodeName(path);
    const QByteArray draft = target + ".new-" + QByteArray::number(getpid());
    ::unlink(draft.constData());
    const int file = ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool written =
        ::write(file, content.constData(), static_cast<size_t>(content.size())) == content.size() && ::fsync(file) == 0;
    ::close(file);
    const bool linked = written && (::link(draft.constData(), target.constData()) == 0 || errno == EEXIST);
    ::unlink(draft.constData());
    return linked;
}
} // namespace

Result<Secrets> Secrets::load(const QString &path, bool create) {
    if (create && !QFileInfo::exists(path) && !writeNew(path, toFile(makeSecrets())))
        return unusable(path, QString("cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, QString("cannot be read: %1").arg(file.errorString()));
    if (file.permissions() & (QFileDevice::ReadOther | QFileDevice::WriteOther))
        return unusable(path, "is open to every user of this machine (chmod 600)");
    return parse(path, file.read(1 << 16));
}

} // namespace wemo::runtime
