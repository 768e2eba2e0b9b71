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

Place Place::newest() {
    return {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
}

QString toCursor(const Place &place, const MessageFilter &filter) {
    const QByteArray plain =
        fingerprint(filter) + '.' + QByteArray::number(place.createdAtMs) + '.' + QByteArray::number(place.id);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Place> placeFromCursor(const QString &cursor, const MessageFilter &filter) {
    if (cursor.isEmpty())
        return Place::newest();
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    if (parts.size() != 3)
        return refuse("bad-cursor", "This is no cursor of this list.");
    bool okAt = false, okId = false;
    const Place place{parts[1].toLongLong(&okAt), parts[2].toLongLong(&okId)};
    if (!okAt || !okId)
        return refuse("bad-cursor", "This is no cursor of this list.");
    if (parts[0] != fingerprint(filter))
        return refuse("cursor-mismatch", "This cursor belongs to another filter; start from the first page.");
    return place;
}

} // namespace wemo::sms
