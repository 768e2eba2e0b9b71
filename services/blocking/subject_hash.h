#pragma once
#include <QByteArray>
#include <QString>

namespace wemo::blocking {

/// By what a subject is known in lists, in SQL and in Redis: a keyed hash of 16 bytes, so that nobody reads numbers or
/// addresses there. `value` is in its one form (subject_value.h).
QByteArray subjectHash(const QString &kind, const QString &value, const QByteArray &lookupKey);

} // namespace wemo::blocking
