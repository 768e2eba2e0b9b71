#include "services/blocking/ban_cursor.h"

#include <QCryptographicHash>

#include <limits>

namespace wemo::blocking {

namespace {
QByteArray fingerprint(const BanFilter &filter) {
    QUrlQuery query;
    appendTo(query, filter);
    return QCryptographicHash::hash(query.toString(QUrl::FullyEncoded).toUtf8(), QCryptographicHash::Sha256)
        .first(6)
        .toHex();
}

Failure refused(const char *code, const char *message) {
    Error error{ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message), {}};
    error.fields = {{"cursor", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

QString toBanCursor(Id id, const BanFilter &filter) {
    const QByteArray plain = fingerprint(filter) + '.' + QByteArray::number(id);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Id> banPlaceFromCursor(const QString &cursor, const BanFilter &filter) {
    if (cursor.isEmpty())
        return std::numeric_limits<Id>::max();
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    const std::optional<Id> id = parts.size() == 2 ? idFromString(QString::fromLatin1(parts[1])) : std::nullopt;
    if (!id)
        return refused("bad-cursor", "This is no cursor of this list.");
    if (parts[0] != fingerprint(filter))
        return refused("cursor-mismatch", "This cursor belongs to another filter; start from the first page.");
    return *id;
}

} // namespace wemo::blocking
