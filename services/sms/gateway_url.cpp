#include "services/sms/gateway_url.h"

#include <QUrl>

namespace wemo::sms {

namespace {
bool isLoopback(const QString &host) {
    return host == "localhost" || host == "::1" || host.startsWith("127.");
}
} // namespace

Result<QString> gatewayUrl(const char *key, const QString &text, const QString &usualPath) {
    QUrl url(text, QUrl::StrictMode);
    const bool secure = url.scheme() == "https" || (url.scheme() == "http" && isLoopback(url.host()));
    if (!url.isValid() || url.host().isEmpty() || !secure)
        return failure(ErrorKind::InvalidInput, "bad-gateway-url",
                       QString("%1 must be an https:// URL.").arg(QLatin1StringView(key)));
    if (url.path().isEmpty() || url.path() == "/")
        url.setPath(usualPath);
    return url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
}

QByteArray formBody(const QList<std::pair<QByteArray, QString>> &fields) {
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return body;
}

} // namespace wemo::sms
