#pragma once
#include "models/blocking/policy.h"

#include <string>

namespace wemo::blocking {

/// How subjects are named where others may read: by a keyed hash, and by what may be shown of them. Thread-safe.
class SubjectKeys {
public:
    explicit SubjectKeys(QByteArray lookupKey)
        : m_lookupKey(std::move(lookupKey)) {}

    /// 32 hex digits, of kind and value.
    QString idOf(const Subject &subject) const;
    std::string keyOf(const Subject &subject) const { return keyOf(idOf(subject).toStdString()); }
    static std::string keyOf(const std::string &id) { return "wemo:{blocking}:s:" + id; }

private:
    const QByteArray m_lookupKey;
};

/// Two kinds are made of two values: who asks and for what.
Subject pairOf(const QString &what, const QString &requester); ///< number or account, and a network address
Subject ownerOf(const QString &number, const QString &device); ///< a number and a device that has proven it
/// The number or account of a pair or an owner; nothing for other kinds.
std::optional<Subject> wholeOf(const Subject &subject);

/// What may be shown: "0912•••678", "l•••@example.com", "203.0.113.•".
QString masked(const Subject &subject);
/// A value in the one form it has everywhere, from what a person wrote. InvalidInput at field "value".
Result<Subject> canonical(const QString &kind, const QString &written);
/// What counts as one client: an IPv6 address is its /64, which is what one subscriber holds. Other texts stay.
QString requesterOf(const QString &address);

} // namespace wemo::blocking
