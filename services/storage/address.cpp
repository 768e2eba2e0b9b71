#include "services/storage/address.h"

#include <QUrl>
#include <QUrlQuery>

namespace wemo::storage {

namespace {
Failure bad(const QString &why) {
    return failure(ErrorKind::InvalidInput, "bad-database-url",
                   "database-url must be sqlite:///path or postgresql://user@host:5432/name: " + why);
}
} // namespace

Result<Options> optionsFromUrl(const QString &text, const QString &password) {
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return bad("this is no address.");
    if (!url.password().isEmpty())
        return bad("give the password as database-password, not in the address.");
    Options options;
    if (url.scheme() == "sqlite") {
        options.path = url.path();
        return options.path.size() > 1 ? Result<Options>(options) : bad("the path is missing.");
    }
    if (url.scheme() != "postgresql" && url.scheme() != "postgres")
        return bad("this kind of store is not known.");
    options.dialect = Dialect::Postgres;
    const QUrlQuery query(url);
    // A directory instead of a host, as libpq has it, reaches a server by its Unix socket.
    options.host = query.hasQueryItem("host") ? query.queryItemValue("host", QUrl::FullyDecoded) : url.host();
    options.port = url.port(5432);
    options.database = url.path().mid(1);
    options.user = url.userName();
    options.password = password;
    if (query.hasQueryItem("sslmode"))
        options.connectOptions = "sslmode=" + query.queryItemValue("sslmode");
    if (options.database.isEmpty())
        return bad("the name of the database is missing.");
    return options;
}

} // namespace wemo::storage
