#include "ui/pages/queue/fault_panel.h"

#include "ui/widgets/detail_panel.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace wemo::pages::queue {

FaultPanel::FaultPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new ui::DetailPanel(this))
    , m_pill(new ui::StatusPill)
    , m_target(new QLabel)
    , m_sentence(new QLabel)
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("faultPanel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    m_panel->setTitleWidget(m_pill);
    m_target->setFont(ui::monospaceFont());
    m_sentence->setObjectName(QStringLiteral("faultSentence"));
    m_sentence->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("faultList"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    m_list->setMinimumHeight(360);
    m_panel->addSection({}, m_target);
    m_panel->addSection({}, m_sentence);
    m_panel->addSection({}, m_list);
    m_panel->addStretch();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &FaultPanel::closeRequested);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const QString id = item->data(Qt::UserRole).toString(); !id.isEmpty())
            Q_EMIT jobRequested(id);
    });
    retranslate();
}

void FaultPanel::showFaults(const QString &queue, const QList<wemo::queue::QueueFault> &faults) {
    m_queue = queue;
    m_faults = faults;
    m_list->clear();
    for (const wemo::queue::QueueFault &fault : faults) {
        auto *item = new QListWidgetItem(fault.job.isEmpty() ? fault.what : fault.job + u'\n' + fault.what, m_list);
        item->setData(Qt::UserRole, fault.job);
    }
    m_list->setVisible(!faults.isEmpty());
    retranslate();
    (faults.isEmpty() ? static_cast<QWidget *>(m_panel) : m_list)->setFocus(Qt::OtherFocusReason);
}

void FaultPanel::retranslate() {
    m_panel->setTitle(tr("Check"));
    m_target->setText(m_queue);
    m_list->setAccessibleName(tr("Faults"));
    const bool sound = m_faults.isEmpty();
    m_pill->setPill(sound ? ui::Pill{ui::Tone::Success, tr("Sound")}
                          : ui::Pill{ui::Tone::Danger, tr("%1 faults").arg(QLocale().toString(m_faults.size()))});
    m_sentence->setText(sound ? tr("Every job is in one place, and no lock or marker was left behind.")
                              : tr("Each line is a job or key that is not as it must be. Show them to the technicians; "
                                   "press Enter on one to open its job."));
}

void FaultPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wemo::pages::queue
