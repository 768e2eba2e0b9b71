#include "ui/pages/auth/exchange_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace wemo::pages::auth {

namespace {
struct Phrase {
    int status;
    const char *text;
};

constexpr Phrase phrases[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
};

QString quoted(const QByteArray &text) {
    QString inside = QString::fromUtf8(text);
    inside.replace(u'\'', QLatin1StringView("'\\''"));
    return u'\'' + inside + u'\'';
}
} // namespace

QString prettyJson(const QByteArray &body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return QString::fromUtf8(body);
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

QString asCurl(const ui::RawExchange &exchange) {
    QStringList parts{QStringLiteral("curl -i -X ") + QString::fromLatin1(exchange.method)};
    for (const auto &header : exchange.requestHeaders)
        parts.append(QStringLiteral("-H ") + quoted(header.first + ": " + header.second));
    if (!exchange.requestBody.isEmpty())
        parts.append(QStringLiteral("--data-raw ") + quoted(exchange.requestBody));
    parts.append(quoted(exchange.url.toEncoded()));
    return parts.join(QStringLiteral(" \\\n  "));
}

QString requestLine(const ui::RawExchange &exchange) {
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(exchange.method), exchange.url.path());
}

QString statusText(const ui::RawExchange &exchange) {
    if (exchange.status == 0)
        return QCoreApplication::translate("ExchangeList", "No answer");
    for (const Phrase &phrase : phrases)
        if (phrase.status == exchange.status)
            return QStringLiteral("%1 %2").arg(exchange.status).arg(QLatin1StringView(phrase.text));
    return QString::number(exchange.status);
}

ui::Tone statusTone(const ui::RawExchange &exchange) {
    if (exchange.status == 0 || exchange.status >= 500)
        return ui::Tone::Danger;
    return exchange.status >= 400 ? ui::Tone::Warning : ui::Tone::Success;
}

} // namespace wemo::pages::auth
