#include "services/redis/address.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace wemo::redis {

namespace {
Failure bad(const QString &why) {
    return failure(
        ErrorKind::InvalidInput, "bad-redis-url",
        "redis-url must be redis://host:6379/0, unix:///path or sentinel://host:26379,host:26379/master/0: " + why);
}

std::optional<int> databaseOf(const QString &text) {
    bool isNumber = text.isEmpty();
    const int number = text.isEmpty() ? 0 : text.toInt(&isNumber);
    return isNumber && number >= 0 && number < 100'000 ? std::optional(number) : std::nullopt;
}

Result<Options> sentinels(const QString &rest) {
    Options options;
    const QStringList parts = rest.split('/');
    const std::optional<int> database = databaseOf(parts.value(2));
    if (parts.size() < 2 || parts.size() > 3 || parts[1].isEmpty() || !database)
        return bad("a Sentinel address ends with /master or /master/database.");
    options.sentinelMaster = parts[1].toStdString();
    options.database = *database;
    const QStringList hosts = parts[0].split(',');
    for (const QString &each : hosts) {
        const QUrl host("sentinel://" + each, QUrl::StrictMode);
        if (host.host().isEmpty() || !host.userInfo().isEmpty())
            return bad("one of the Sentinels has no host name.");
        options.sentinels.emplace_back(host.host().toStdString(), host.port(26379));
    }
    return options;
}
} // namespace

Result<Options> optionsFromUrl(const QString &text) {
    if (text.startsWith("sentinel://"))
        return sentinels(text.mid(11));
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return bad("this is no address.");
    if (!url.password().isEmpty())
        return bad("give the password as redis-password, not in the address.");
    Options options;
    const bool isSocket = url.scheme() == "unix";
    const std::optional<int> database =
        databaseOf(isSocket ? QUrlQuery(url).queryItemValue("database") : url.path().mid(1));
    if (!database)
        return bad("the database is a number.");
    options.database = *database;
    if (isSocket && !url.path().isEmpty())
        options.unixSocket = url.path().toStdString();
    else if (url.scheme() == "redis" && !url.host().isEmpty())
        options.host = url.host().toStdString();
    else
        return bad("the host or the path is missing.");
    options.port = url.port(6379);
    options.username = url.userName().toStdString();
    return options;
}

} // namespace wemo::redis
