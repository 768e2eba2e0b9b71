#pragma once
#include "services/blocking/ban_gate.h"

#include <QHash>

namespace wemo::blocking {

/// How long the prefixes and networks on the list are: a decision looks up these and no others. As text, the form in
/// Redis: "address:48,120;number:7".
class BanLengths {
public:
    static BanLengths fromText(const QString &text);
    const QString &text() const { return m_text; }

    struct Range {
        QString match, value;
    };
    /// Every prefix or network of a length in use that the subject is in.
    QList<Range> rangesOf(const Subject &subject) const;

private:
    QString m_text;
    QHash<QString, QList<int>> m_lengths;
};

/// The value under which a ban is hashed: another one for a prefix than for a number that looks the same.
QByteArray banHash(const QString &kind, const QString &match, const QString &value, const QByteArray &lookupKey);

} // namespace wemo::blocking
