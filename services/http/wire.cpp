#include "services/http/wire.h"

#include "services/runtime/log.h"
#include "services/runtime/seal.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringDecoder>
#include <QUrl>

namespace wemo::http::wire {

namespace {
QByteArray reason(int status) {
    static const QHash<int, QByteArray> reasons{{200, "OK"},
                                                {201, "Created"},
                                                {202, "Accepted"},
                                                {204, "No Content"},
                                                {304, "Not Modified"},
                                                {400, "Bad Request"},
                                                {401, "Unauthorized"},
                                                {403, "Forbidden"},
                                                {404, "Not Found"},
                                                {405, "Method Not Allowed"},
                                                {409, "Conflict"},
                                                {410, "Gone"},
                                                {413, "Content Too Large"},
                                                {415, "Unsupported Media Type"},
                                                {417, "Expectation Failed"},
                                                {422, "Unprocessable Content"},
                                                {429, "Too Many Requests"},
                                                {431, "Request Header Fields Too Large"},
                                                {500, "Internal Server Error"},
                                                {501, "Not Implemented"},
                                                {503, "Service Unavailable"},
                                                {504, "Gateway Timeout"},
                                                {505, "HTTP Version Not Supported"}};
    return reasons.value(status, "Status");
}

/// A header value can never end its line.
QByteArray oneLine(QByteArray value) {
    return value.replace('\r', ' ').replace('\n', ' ');
}

QString freshId() {
    QString id;
    for (int i = 0; i < 16; ++i) // letters only: nothing in it can look like a number to the log's redactor
        id += QChar(static_cast<char16_t>(u'a' + runtime::randomBelow(26)));
    return id;
}

bool isPlainWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}
} // namespace

bool readTarget(const QByteArray &target, Request &request) {
    if (target != "*" && !target.startsWith('/'))
        return false;
    const qsizetype mark = target.indexOf('?');
    const QByteArray rawPath = target.first(mark < 0 ? target.size() : mark);
    const QByteArray decoded = QByteArray::fromPercentEncoding(rawPath);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    request.path = utf8(decoded);
    if (utf8.hasError() || decoded.contains('\0'))
        return false;
    request.rawQuery = mark < 0 ? QByteArray() : target.mid(mark + 1);
    request.query = QUrlQuery(QString::fromUtf8(request.rawQuery));
    return true;
}

QString chooseRequestId(const QByteArray &offered) {
    const QString id = QString::fromLatin1(offered);
    const bool decent = offered.size() >= 8 && offered.size() <= 64 &&
                        std::all_of(offered.cbegin(), offered.cend(), isPlainWord) && runtime::log::redact(id) == id;
    return decent ? id : freshId();
}

Response refusal(int status, const QString &code, const QString &title, const QString &requestId) {
    const QJsonObject problem{{"type", "urn:wemo:problem:" + code},
                              {"title", title},
                              {"status", status},
                              {"code", code},
                              {"kind", toString(status == 503 ? ErrorKind::Unavailable : ErrorKind::InvalidInput)},
                              {"request_id", requestId},
                              {"errors", QJsonArray()}};
    Response response{status,
                      {{"Content-Type", "application/problem+json"}},
                      QJsonDocument(problem).toJson(QJsonDocument::Compact),
                      {},
                      false};
    if (status == 503)
        response.headers.emplaceBack("Retry-After", "1");
    return response;
}

QByteArray formatHead(const Response &response, const QString &requestId, HeadOptions options) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) {
        head += oneLine(name) + ": " + oneLine(value) + "\r\n";
    };
    for (const auto &[name, value] : response.headers)
        add(name, value);
    add("Date", QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1());
    add("X-Request-Id", requestId.toLatin1());
    if (response.stream && options.http11 && !options.isHead)
        add("Transfer-Encoding", "chunked");
    else if (!response.stream && response.status >= 200 && response.status != 204 && response.status != 304)
        add("Content-Length", QByteArray::number(response.body.size()));
    if (!options.keepAlive)
        add("Connection", "close");
    else if (!options.http11)
        add("Connection", "keep-alive");
    return head + "\r\n";
}

} // namespace wemo::http::wire
