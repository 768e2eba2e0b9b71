#include "services/blocking/ban_lengths.h"

#include "services/blocking/network.h"
#include "services/blocking/subject_hash.h"

namespace wemo::blocking {

BanLengths BanLengths::fromText(const QString &text) {
    BanLengths result;
    result.m_text = text;
    for (const QString &kind : text.split(u';', Qt::SkipEmptyParts))
        for (const QString &length : kind.section(u':', 1).split(u',', Qt::SkipEmptyParts))
            result.m_lengths[kind.section(u':', 0, 0)].append(length.toInt());
    return result;
}

QList<BanLengths::Range> BanLengths::rangesOf(const Subject &subject) const {
    const QList<int> lengths = m_lengths.value(subject.kind);
    QList<Range> ranges;
    if (lengths.isEmpty())
        return ranges;
    if (subject.kind == u"address") {
        if (const auto address = Network::address(subject.value))
            for (const int bits : lengths)
                ranges.append({QStringLiteral("cidr"), address->first(bits).text()});
        return ranges;
    }
    for (const int length : lengths)
        if (length <= subject.value.size())
            ranges.append({QStringLiteral("prefix"), subject.value.left(length)});
    return ranges;
}

QByteArray banHash(const QString &kind, const QString &match, const QString &value, const QByteArray &lookupKey) {
    return subjectHash(match == u"exact" ? kind : kind + '/' + match, value, lookupKey);
}

} // namespace wemo::blocking
