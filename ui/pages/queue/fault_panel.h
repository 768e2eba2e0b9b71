#pragma once
#include "models/queue/change.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace wemo::ui {
class DetailPanel;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::queue {

/// What the check of a queue found, in the place of the details; a fault of a job opens the job.
class FaultPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultPanel)

public:
    explicit FaultPanel(QWidget *parent = nullptr);
    void showFaults(const QString &queue, const QList<wemo::queue::QueueFault> &faults);

Q_SIGNALS:
    void jobRequested(const QString &id);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_queue;
    QList<wemo::queue::QueueFault> m_faults;
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    QLabel *m_target;
    QLabel *m_sentence;
    QListWidget *m_list;
};

} // namespace wemo::pages::queue
