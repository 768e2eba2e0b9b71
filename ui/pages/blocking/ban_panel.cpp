#include "ui/pages/blocking/ban_panel.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using Kind = ui::KeyValueList::ValueKind;

BanPanel::BanPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new ui::DetailPanel(this))
    , m_pill(new ui::StatusPill)
    , m_reason(new QLabel)
    , m_facts(new ui::KeyValueList)
    , m_import(new QPushButton) {
    setObjectName(QStringLiteral("banPanel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    m_panel->setTitleWidget(m_pill);
    m_reason->setObjectName(QStringLiteral("banReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reasonHeading = m_panel->addSection(tr("Reason"), m_reason);
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    m_import->setObjectName(QStringLiteral("openImport"));
    m_import->setProperty("ui", "small");
    m_import->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_panel->addSection({}, m_import);
    m_panel->addStretch();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &BanPanel::closeRequested);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(m_ban->importId); });
}

void BanPanel::showBan(const Ban &ban) {
    m_ban = ban;
    fill();
}

void BanPanel::fill() {
    m_reasonHeading->setText(tr("Reason"));
    m_factsHeading->setText(tr("Facts"));
    m_import->setText(tr("The file it came with"));
    if (!m_ban)
        return;
    m_panel->setTitle(m_ban->masked);
    m_pill->setPill(banPill(m_ban->state));
    m_reason->setText(m_ban->reason);
    m_facts->set("kind", tr("Kind"), kindWord(m_ban->kind));
    m_facts->set("match", tr("Catches"), matchWord(m_ban->match));
    m_facts->set("author", tr("Added by"), m_ban->author);
    m_facts->set("created", tr("Added"), ui::dateAndTime(m_ban->createdAt));
    m_facts->set("expires", tr("Ends"), m_ban->expiresAt ? ui::dateAndTime(*m_ban->expiresAt) : tr("until lifted"));
    m_facts->set("id", tr("Ban ID"), idToString(m_ban->id), Kind::Monospace);
    m_import->setVisible(m_ban->importId != 0);
}

void BanPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace wemo::pages::blocking
