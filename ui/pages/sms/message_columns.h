#pragma once
#include "ui/pages/sms/sms_log_model.h"

#include <QSettings>

class QHeaderView;

namespace wemo::pages::sms {

/// The columns of the log: which ones, how wide, in which order, kept in the settings. In a narrow table those that
/// tell no messages apart stand back, which does not change what was chosen.
class MessageColumns final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageColumns)

public:
    MessageColumns(QHeaderView &header, QSettings &settings, QObject *parent = nullptr);
    void restore();
    void save();
    void followWidth(int width);
    /// The menu of columns, for those who have no mouse.
    void offerAtStart();
    /// Chosen ones, as they stand from left to right.
    QList<SmsLogModel::Column> chosen() const;

private:
    void offer(const QPoint &at);

    QHeaderView &m_header;
    QSettings &m_settings;
    QByteArray m_wide; ///< as they were while there was room for them; empty then
};

} // namespace wemo::pages::sms
