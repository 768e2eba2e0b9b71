// The part of SmsLogModel that takes live news.
#include "ui/pages/sms/sms_log_model.h"

namespace wemo::pages::sms {

using wemo::sms::Message;

namespace {
constexpr int maxHead = 400; ///< past this, what came on top is read as pages again: memory stays bounded
constexpr int maxEarly = 400;
constexpr int maxFresh = 200;

QString digitsOf(const QString &text) {
    QString digits;
    for (const QChar letter : text)
        if (letter.isDigit())
            digits.append(QChar(u'0' + letter.digitValue()));
    return digits;
}
} // namespace

void SmsLogModel::setAtTop(bool atTop) {
    m_atTop = atTop;
}

void SmsLogModel::applyLive(const Message &message) {
    if (m_replacing) {
        if (m_early.size() < maxEarly)
            m_early.append(message);
        return;
    }
    if (m_status != Status::Ready || replaceKnown(message))
        return;
    const Message *newest = messageAt(0);
    const bool isNew = !newest || message.id > newest->id;
    if (!isNew || m_unseen.contains(message.id) || !mayMatch(message))
        return;
    if (m_atTop && m_filter.isEmpty() && m_unseen.isEmpty())
        return addOnTop(message);
    m_unseen.insert(message.id);
    Q_EMIT changed();
}

bool SmsLogModel::replaceKnown(const Message &message) {
    const int row = rowOf(message.id);
    if (row < 0)
        return false;
    if (messageAt(row)->version > message.version)
        return true; // older news than what is shown
    if (m_fresh.size() > maxFresh)
        m_fresh.clear();
    m_fresh.insert(message.id, toMs(m_now()));
    if (row < m_head.size())
        m_head[row] = message;
    else
        m_cache.replace(row - m_head.size(), message);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    return true;
}

void SmsLogModel::addOnTop(const Message &message) {
    if (m_head.size() >= maxHead)
        return refresh();
    m_fresh.insert(message.id, toMs(m_now()));
    beginInsertRows({}, 0, 0);
    m_head.prepend(message);
    endInsertRows();
    Q_EMIT changed();
}

void SmsLogModel::showNew() {
    if (!m_unseen.isEmpty())
        refresh();
}

bool SmsLogModel::mayMatch(const Message &message) const {
    const auto fits = [](const auto &wanted, const auto &value) { return wanted.isEmpty() || wanted.contains(value); };
    if (!fits(m_filter.states, message.state) || !fits(m_filter.reasons, message.reason) ||
        !fits(m_filter.gateways, message.gateway) || !fits(m_filter.purposes, message.purpose) ||
        !fits(m_filter.templates, message.templateName))
        return false;
    if ((!m_filter.batch.isEmpty() && m_filter.batch != message.batchId) ||
        (!m_filter.request.isEmpty() && m_filter.request != message.requestId))
        return false;
    if ((m_filter.from && message.createdAt < *m_filter.from) || (m_filter.to && message.createdAt >= *m_filter.to))
        return false;
    // Only the ends of the number are known here; the service decides when the rows are read.
    const QString asked = digitsOf(m_filter.number);
    const QString tail = digitsOf(message.maskedNumber).right(3);
    return asked.size() < 3 || asked.endsWith(tail);
}

} // namespace wemo::pages::sms
