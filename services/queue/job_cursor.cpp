#include "services/queue/job_cursor.h"

#include <QCryptographicHash>

namespace wemo::queue {

namespace {
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray fingerprint(const JobSearch &search) {
    const QString state = search.state ? toString(*search.state) : QString();
    return QCryptographicHash::hash((state + u'\n' + search.text).toUtf8(), QCryptographicHash::Sha256)
        .first(6)
        .toHex();
}

Failure refuse(const char *code, const char *message) {
    Error error{ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message), {}};
    error.fields = {{"cursor", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

QList<JobState> statesOf(const JobSearch &search) {
    if (search.state)
        return {*search.state};
    return {JobState::Active,  JobState::Waiting, JobState::Prioritized,
            JobState::Delayed, JobState::Failed,  JobState::Completed};
}

QString toCursor(const JobPlace &place, const JobSearch &search) {
    const QByteArrayList parts{fingerprint(search), QByteArray::number(place.stateIndex),
                               QByteArray::number(place.scanned), QByteArray::number(place.score, 'g', 17),
                               QByteArray::fromStdString(place.lastId)};
    return QString::fromLatin1(parts.join('\n').toBase64(encoding));
}

Result<JobPlace> placeFromCursor(const QString &cursor, const JobSearch &search) {
    if (cursor.isEmpty())
        return JobPlace{};
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('\n') : QList<QByteArray>();
    if (parts.size() < 5)
        return refuse("bad-cursor", "This is no cursor of this list.");
    if (parts[0] != fingerprint(search))
        return refuse("cursor-mismatch", "This cursor belongs to another search; start from the first page.");
    bool okState = false, okScanned = false, okScore = false;
    JobPlace place;
    place.stateIndex = parts[1].toInt(&okState);
    place.scanned = parts[2].toLongLong(&okScanned);
    place.score = parts[3].toDouble(&okScore);
    place.lastId = parts.mid(4).join('\n').toStdString(); // an id may hold any sign
    if (!okState || !okScanned || !okScore || place.stateIndex < 0 || place.stateIndex >= statesOf(search).size())
        return refuse("bad-cursor", "This is no cursor of this list.");
    return place;
}

} // namespace wemo::queue
