#include "ui/pages/blocking/policy_panel.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/policy_form.h"
#include "ui/pages/blocking/preview_view.h"
#include "ui/pages/blocking/versions_view.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

PolicyPanel::PolicyPanel(BlockingSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source) {
    setObjectName(QStringLiteral("policyPanel"));
    build();
    wire();
    retranslate();
}

void PolicyPanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("policyTabs"));
    m_tabs->setDrawBase(false);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab({});
    m_panel->addSection({}, m_tabs);
    m_stack = new QStackedWidget;
    m_preview = new PreviewView(m_source);
    m_versions = new VersionsView(m_source);
    for (QWidget *tab : std::initializer_list<QWidget *>{buildEdit(), m_preview, m_versions})
        m_stack->addWidget(tab);
    m_panel->addSection({}, m_stack);
    m_panel->addStretch();
}

QWidget *PolicyPanel::buildEdit() {
    auto *edit = new QWidget;
    auto *column = new QVBoxLayout(edit);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_error = new ui::MessageBar(edit);
    m_error->setObjectName(QStringLiteral("policyError"));
    m_conflict = new QWidget(edit);
    m_conflict->setObjectName(QStringLiteral("policyConflict"));
    auto *conflict = new QVBoxLayout(m_conflict);
    conflict->setContentsMargins(0, 0, 0, 0);
    m_conflictText = new QLabel(m_conflict);
    m_conflictText->setObjectName(QStringLiteral("policyConflictText"));
    m_conflictText->setTextFormat(Qt::PlainText);
    m_conflictText->setWordWrap(true);
    m_takeTheirs = new QPushButton(m_conflict);
    m_takeTheirs->setObjectName(QStringLiteral("policyTheirs"));
    m_takeTheirs->setProperty("ui", "small");
    conflict->addWidget(m_conflictText);
    conflict->addWidget(m_takeTheirs, 0, Qt::AlignLeft);
    m_conflict->hide();
    m_form = new PolicyForm(edit);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_save = new QPushButton(edit);
    m_save->setObjectName(QStringLiteral("policySave"));
    m_save->setProperty("ui", "primary");
    m_discard = new QPushButton(edit);
    m_discard->setObjectName(QStringLiteral("policyDiscard"));
    m_remove = new QPushButton(edit);
    m_remove->setObjectName(QStringLiteral("policyRemove"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_error, m_conflict, m_form})
        column->addWidget(widget);
    column->addLayout(buttons);
    return edit;
}

void PolicyPanel::wire() {
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &PolicyPanel::closeRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_preview->setRecord(m_form->record());
    });
    connect(m_form, &PolicyForm::changed, this, &PolicyPanel::follow);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(m_form->record()); });
    connect(m_discard, &QPushButton::clicked, this, [this] { saved(m_form->base()); });
    connect(m_remove, &QPushButton::clicked, this, &PolicyPanel::removeRequested);
    connect(m_takeTheirs, &QPushButton::clicked, this, &PolicyPanel::takeTheirs);
    connect(m_versions, &VersionsView::restoreRequested, this, &PolicyPanel::restoreRequested);
    connect(m_preview, &PreviewView::historyRequested, this, &PolicyPanel::historyRequested);
}

void PolicyPanel::showPolicy(const PolicyRecord &record, bool mayEdit) {
    m_mayEdit = mayEdit;
    const bool same = record.policy.id == base().policy.id && record.version > 0 && base().version > 0;
    if (same && isDirty())
        return follow();
    saved(record);
    if (!same)
        showTab(Tab::Edit);
    if (record.version == 0)
        m_form->focusFirst();
}

void PolicyPanel::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

bool PolicyPanel::isDirty() const {
    return m_form->isDirty();
}

const PolicyRecord &PolicyPanel::base() const {
    return m_form->base();
}

void PolicyPanel::saved(const PolicyRecord &record) {
    m_error->clear();
    m_theirs.reset();
    m_conflict->hide();
    m_busy = false;
    m_form->setRecord(record);
    m_form->setReadOnly(!m_mayEdit);
    m_versions->setPolicy(record.version == 0 ? QString() : record.policy.id, record.version, m_mayEdit);
    m_preview->setRecord(record);
    follow();
}

void PolicyPanel::setBusy(bool busy) {
    m_busy = busy;
    follow();
}

void PolicyPanel::showError(const ui::ApiError &error) {
    setBusy(false);
    showTab(Tab::Edit);
    m_theirs = stalePolicy(error);
    if (m_theirs) {
        const QStringList changes = policyDifference(base(), *m_theirs);
        m_conflictText->setText(tr("%1 saved this policy after you had opened it:\n%2\nYours is not saved yet and not "
                                   "lost. Saving again puts it over theirs.")
                                    .arg(m_theirs->changedBy, changes.join(u'\n')));
        m_conflict->show();
        m_form->setBase(*m_theirs);
        return follow();
    }
    m_form->showFieldErrors(error.fields);
    if (error.fields.isEmpty())
        m_error->showError(error, false);
}

void PolicyPanel::takeTheirs() {
    if (m_theirs)
        saved(PolicyRecord(*m_theirs));
}

void PolicyPanel::follow() {
    const bool isNew = base().version == 0;
    const QString title = isNew ? tr("New policy") : base().policy.id;
    m_panel->setTitle(isDirty() && !isNew ? tr("%1 (not saved)").arg(title) : title);
    m_save->setVisible(m_mayEdit);
    m_save->setText(isNew ? tr("Create") : m_theirs ? tr("Save over theirs") : tr("Save"));
    m_save->setEnabled(!m_busy && isDirty() && m_form->fault().isEmpty());
    m_discard->setVisible(m_mayEdit && isDirty());
    m_remove->setVisible(m_mayEdit && !isNew);
    m_remove->setEnabled(!m_busy);
    m_tabs->setTabVisible(static_cast<int>(Tab::Versions), !isNew);
}

void PolicyPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PolicyPanel::retranslate() {
    m_tabs->setTabText(0, tr("Policy"));
    m_tabs->setTabText(1, tr("Preview"));
    m_tabs->setTabText(2, tr("Versions"));
    m_tabs->setAccessibleName(tr("Parts of the policy"));
    m_discard->setText(tr("Discard"));
    m_remove->setText(tr("Delete"));
    m_remove->setToolTip(tr("It no longer counts; who is blocked by it is let go. It can be brought back."));
    m_takeTheirs->setText(tr("Take theirs"));
    follow();
}

} // namespace wemo::pages::blocking
