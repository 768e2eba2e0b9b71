// The part of SubjectHistoryPage that does something about the subject.
#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_forms.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/history_view.h"
#include "ui/pages/blocking/subject_bar.h"
#include "ui/pages/blocking/subject_history_page.h"
#include "ui/widgets/side_split.h"

#include <QEvent>
#include <QLabel>

namespace wemo::pages::blocking {

void SubjectHistoryPage::wireActs() {
    connect(m_lift, &QAction::triggered, this, [this] {
        m_asked = blocks();
        if (!m_asked.isEmpty())
            ask(liftForm(m_title->text(), static_cast<int>(m_asked.size())));
    });
    connect(m_ban, &QAction::triggered, this, [this] {
        m_asked = blocks();
        ask(banForm(m_title->text(), 1, m_context.now()));
    });
    connect(m_form, &ui::ActionPanel::closeRequested, this, &SubjectHistoryPage::closeSide);
    connect(m_form, &ui::ActionPanel::confirmed, this, &SubjectHistoryPage::onConfirmed);
    connect(m_desk, &BlockingDesk::begun, this, &SubjectHistoryPage::acting);
    connect(m_desk, &BlockingDesk::noticed, this, &SubjectHistoryPage::noticed);
    connect(m_desk, &BlockingDesk::undoOffered, this, &SubjectHistoryPage::undoOffered);
    connect(m_desk, &BlockingDesk::failed, this, [this](const ui::ApiError &error) {
        m_split->open(m_form);
        m_form->showError(error);
    });
    connect(m_desk, &BlockingDesk::done, this, [this] {
        closeSide();
        m_history->reload();
        tryOut();
    });
}

/// What the trial says is under a block, and what the history says; either may know more.
QList<BlockKey> SubjectHistoryPage::blocks() const {
    QList<BlockKey> keys = m_history->blocksInForce();
    for (const Block &block : m_found)
        if (block.until > m_context.now() && !keys.contains(block.key()))
            keys.append(block.key());
    if (!m_trial)
        return keys;
    for (const wemo::blocking::TrialVerdict &verdict : m_trial->verdicts) {
        const BlockKey key{verdict.subject.kind, verdict.subject.id, verdict.policyId};
        if (verdict.until && *verdict.until > m_context.now() && !keys.contains(key))
            keys.append(key);
    }
    return keys;
}

void SubjectHistoryPage::followState() {
    m_trialArea->setVisible(!m_subject.kind.isEmpty());
    m_title->setVisible(!m_subject.kind.isEmpty());
    const auto &subject = m_history->subject();
    const QString masked = subject && !subject->masked.isEmpty() ? subject->masked : m_subject.value;
    m_title->setText(m_subject.kind.isEmpty() ? QString()
                                              : QStringLiteral("%1  ·  %2").arg(masked, kindWord(m_subject.kind)));
    const bool may = m_context.client.may(staff::Permission::BlockingAct);
    const qsizetype count = blocks().size();
    m_lift->setVisible(may && count > 0);
    m_lift->setEnabled(may && count > 0);
    m_lift->setText(count > 1 ? tr("Lift %n block(s) …", nullptr, static_cast<int>(count)) : tr("Lift the block …"));
    m_lift->setToolTip(tr("It may try again at once"));
    const bool banned = m_trial && !m_trial->bans.isEmpty();
    m_ban->setVisible(may && !m_subject.value.isEmpty() && !banned);
    m_ban->setEnabled(m_ban->isVisible());
    m_ban->setText(tr("Ban …"));
    m_ban->setToolTip(tr("Put it on the ban list"));
}

QList<QAction *> SubjectHistoryPage::commands() {
    return {m_lift, m_ban};
}

void SubjectHistoryPage::ask(ui::ActionForm form) {
    m_split->open(m_form);
    m_form->ask(std::move(form));
}

void SubjectHistoryPage::onConfirmed(const QString &formId, const QVariantMap &values) {
    m_form->setBusy(true);
    if (formId == form::lift)
        return m_desk->lift(m_asked, reasonOf(values));
    wemo::blocking::NewBan ban;
    ban.kind = m_subject.kind;
    ban.value = m_subject.value;
    ban.reason = reasonOf(values);
    ban.expiresAt = expiryOf(values);
    m_desk->addBan(ban);
}

void SubjectHistoryPage::closeSide() {
    if (m_split->close())
        m_bar->focusField();
}

void SubjectHistoryPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SubjectHistoryPage::retranslate() {
    closeSide(); // its words were made when it was asked
    if (m_subject.value.isEmpty())
        tryOut();
    followState();
}

} // namespace wemo::pages::blocking
