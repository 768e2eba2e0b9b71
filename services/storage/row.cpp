#include "services/storage/link.h"

namespace wemo::storage {

QString Row::text(const char *column) const {
    return m_values.value(column).toString();
}
qint64 Row::integer(const char *column) const {
    return m_values.value(column).toLongLong();
}
QByteArray Row::bytes(const char *column) const {
    return m_values.value(column).toByteArray();
}
bool Row::isNull(const char *column) const {
    return m_values.value(column).isNull();
}

std::optional<qint64> Row::optionalInteger(const char *column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

qint64 Cells::integer(int column) const {
    return m_query.value(column).toLongLong();
}
QString Cells::text(int column) const {
    return m_query.value(column).toString();
}
QByteArray Cells::bytes(int column) const {
    return m_query.value(column).toByteArray();
}

Dialect Connection::dialect() const {
    return m_link.options.dialect;
}

Result<Rows> Connection::run(const QString &name, const Params &params, const QSet<QString> &with, qint64 *changed) {
    return m_link.run(name, params, with, changed);
}

Result<Rows> Connection::query(const QString &name, const Params &params, const QSet<QString> &with) {
    return run(name, params, with, nullptr);
}

Result<void> Connection::scan(const QString &name, const Params &params, const std::function<void(const Cells &)> &each,
                              const QSet<QString> &with) {
    return m_link.scan(name, params, with, each);
}

Result<qint64> Connection::execute(const QString &name, const Params &params, const QSet<QString> &with) {
    qint64 changed = 0;
    const Result<Rows> done = run(name, params, with, &changed);
    if (!done)
        return Failure(done.error());
    return changed;
}

} // namespace wemo::storage
