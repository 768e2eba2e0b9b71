#include "services/sms/list_cursor.h"

#include <QCryptographicHash>

namespace wemo::sms {

namespace {
QByteArray fingerprint(const MessageFilter &filter) {
    QUrlQuery query;
    appendTo(query, filter);
    return QCryptographicHash::hash(query.toString(QUrl::FullyEncoded).toUtf8(), QCryptographicHash::Sha256)
        .left(6)
        .toHex();
}

Failure refuse(const char *code, const char *message) {
    Error error{ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message), {}};
    error.fields = {{"cursor", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

QString toCursor(Id place, const MessageFilter &filter) {
    const QByteArray plain = fingerprint(filter) + '.' + QByteArray::number(place);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Id> placeFromCursor(const QString &cursor, const MessageFilter &filter) {
    if (cursor.isEmpty())
        return newestPlace;
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    if (parts.size() != 2)
        return refuse("bad-cursor", "This is no cursor of this list.");
    bool ok = false;
    const Id place = parts[1].toLongLong(&ok);
    if (!ok)
        return refuse("bad-cursor", "This is no cursor of this list.");
    if (parts[0] != fingerprint(filter))
        return refuse("cursor-mismatch", "This cursor belongs to another filter; start from the first page.");
    return place;
}

} // namespace wemo::sms
