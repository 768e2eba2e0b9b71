#pragma once
#include "models/core/id.h"
#include "models/core/result.h"

#include <QSet>
#include <QStringList>
#include <QUrlQuery>

namespace wemo::api {

/// Reads the parameters of a query as JsonReader reads a body: every mistake is collected, and finish() refuses
/// parameters nobody asked for. A parameter given twice is a mistake; so is an empty number, id or time.
class QueryReader {
public:
    explicit QueryReader(const QUrlQuery &query);

    std::optional<QString> text(const QString &name, int maxLength = 200);
    qint64 integer(const QString &name, qint64 min, qint64 max, qint64 fallback);
    std::optional<Id> id(const QString &name);
    std::optional<Instant> instant(const QString &name);
    QStringList list(const QString &name, int maxCount = 50); ///< comma separated; absent = empty

    void fail(const QString &name, const QString &code, const QString &message);
    Result<void> finish();

private:
    std::optional<QString> take(const QString &name);

    QUrlQuery m_query;
    QSet<QString> m_seen;
    QList<FieldError> m_errors;
};

} // namespace wemo::api
