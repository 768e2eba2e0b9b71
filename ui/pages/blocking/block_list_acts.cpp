// The part of BlockListPage that narrows the list, and does what is asked for.
#include "ui/pages/blocking/block_actions.h"
#include "ui/pages/blocking/block_columns.h"
#include "ui/pages/blocking/block_list_page.h"
#include "ui/pages/blocking/block_panel.h"
#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_forms.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/single_chip.h"
#include "ui/pages/blocking/subject_guess.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/side_split.h"

#include <QEvent>

namespace wemo::pages::blocking {

namespace {
constexpr qsizetype mostAtOnce = 500; ///< the service takes no more
constexpr Milliseconds readAgainAfter = std::chrono::seconds(3);
} // namespace

void BlockListPage::wireFilter() {
    connect(m_bar->field(), &ui::SearchField::searched, this, [this](const QString &typed) {
        if (typed.isEmpty() && !m_filter.value.isEmpty())
            applyFilter();
    });
    // A value is looked for whole: a part of one is found nowhere.
    connect(m_bar->field(), &QLineEdit::returnPressed, this, &BlockListPage::applyFilter);
    for (SingleChip *chip : {m_kind, m_policy})
        connect(chip, &SingleChip::chosen, this, [this] {
            applyFilter();
            Q_EMIT placeChanged(true);
        });
    connect(m_bar, &ui::FilterBar::cleared, this, &BlockListPage::clearFilter);
}

BlockFilter BlockListPage::filter() const {
    BlockFilter filter{m_kind->value(), m_policy->value(), m_bar->field()->text().trimmed()};
    if (!filter.value.isEmpty() && filter.kind.isEmpty())
        filter.kind = guessKind(filter.value);
    return filter;
}

void BlockListPage::applyFilter() {
    m_filter = filter();
    m_refused->clear();
    m_bar->setClearVisible(!m_filter.isEmpty());
    m_list->setNarrowed(!m_filter.isEmpty());
    m_list->table().clearSelection();
    m_model->restart();
}

void BlockListPage::clearFilter() {
    m_bar->field()->setTextQuietly({});
    m_kind->setValue({});
    m_policy->setValue({});
    applyFilter();
    m_list->focusList();
    Q_EMIT placeChanged(true);
}

ui::ListWords BlockListPage::wordsFor(ui::ListFrame::Nothing nothing) const {
    if (nothing == ui::ListFrame::Nothing::NoMatch)
        return {QStringLiteral("edit-find"), tr("Nobody like this is blocked"),
                m_filter.value.isEmpty()
                    ? tr("No block fits this kind and policy.")
                    : tr("It is not blocked now. Its history tells whether it was; a ban may catch it all the same."),
                tr("Clear filter")};
    if (nothing == ui::ListFrame::Nothing::Empty)
        return {QStringLiteral("unlock"), tr("Nobody is blocked"),
                tr("As soon as somebody goes over a policy's limit, they appear here.")};
    const bool wrong = m_model->error() && m_model->error()->kind == ErrorKind::InvalidInput;
    if (wrong)
        return {QStringLiteral("edit-find"), tr("We cannot look for this"),
                tr("Correct what you typed, or choose its kind beside it."), tr("Retry")};
    return {QStringLiteral("network-disconnect"), tr("The blocks could not be read"),
            tr("They are in force all the same. Try again; if it stays so, tell the technicians the request ID above."),
            tr("Retry")};
}

QString BlockListPage::place() const {
    QUrlQuery query;
    const auto add = [&query](const char *item, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1StringView(item), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("kind", m_kind->value());
    add("policy", m_policy->value());
    add("block", m_open);
    return query.toString(QUrl::FullyEncoded);
}

void BlockListPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    m_kind->setValue(item("kind"));
    m_policy->setValue(item("policy"));
    m_bar->field()->setTextQuietly(item("value"));
    if (filter() != m_filter)
        applyFilter();
    closeSide();
    if (const QString block = item("block"); !block.isEmpty()) {
        m_split->open(m_panel);
        openBlock(block);
    }
}

void BlockListPage::wireActs() {
    const auto on = [this](QAction *action, auto makeForm) {
        connect(action, &QAction::triggered, this, [this, makeForm] {
            m_asked = selected();
            if (!m_asked.isEmpty())
                ask(makeForm(selectedText(), static_cast<int>(m_asked.size())));
        });
    };
    on(m_actions->lift, [](const QString &target, int count) { return liftForm(target, count); });
    on(m_actions->extend, [](const QString &target, int count) { return extendForm(target, count); });
    on(m_actions->ban, [this](const QString &target, int count) { return banForm(target, count, m_context.now()); });
    connect(m_actions->history, &QAction::triggered, this, [this] {
        const QList<BlockKey> keys = selected();
        if (keys.size() == 1)
            Q_EMIT openRequested(
                QStringLiteral("subject-history"),
                QStringLiteral("kind=%1&subject=%2").arg(keys.constFirst().kind, keys.constFirst().subjectId));
    });
    connect(m_desk, &BlockingDesk::begun, this, &BlockListPage::acting);
    connect(m_desk, &BlockingDesk::noticed, this, &BlockListPage::noticed);
    connect(m_desk, &BlockingDesk::undoOffered, this, &BlockListPage::undoOffered);
    connect(m_desk, &BlockingDesk::failed, this, [this](const ui::ApiError &error) {
        if (m_split->isOpen(m_form))
            m_form->showError(error);
        else
            m_refused->showError(error, false);
    });
    connect(m_desk, &BlockingDesk::done, this, [this] {
        if (m_split->isOpen(m_form))
            closeSide();
        m_list->table().clearSelection();
        m_model->refresh();
    });
}

QList<QAction *> BlockListPage::commands() {
    return m_actions->all();
}

QList<BlockKey> BlockListPage::selected() const {
    QList<BlockKey> keys;
    for (const QString &key : m_list->selectedKeys())
        if (const Block *block = m_model->find(key); block && keys.size() < mostAtOnce)
            keys.append(block->key());
    return keys;
}

QString BlockListPage::selectedText() const {
    const QStringList keys = m_list->selectedKeys();
    const Block *only = keys.size() == 1 ? m_model->find(keys.constFirst()) : nullptr;
    return only ? QStringLiteral("%1 · %2").arg(only->subject.masked, causeText(only->event))
                : tr("%n block(s)", nullptr, static_cast<int>(keys.size()));
}

void BlockListPage::followSelection() {
    m_actions->follow(m_context.client.may(staff::Permission::BlockingAct),
                      static_cast<int>(m_list->selectedKeys().size()));
}

void BlockListPage::ask(ui::ActionForm form) {
    m_open.clear();
    m_split->open(m_form);
    m_form->ask(std::move(form));
}

void BlockListPage::onConfirmed(const QString &formId, const QVariantMap &values) {
    m_form->setBusy(true);
    if (formId == form::lift)
        m_desk->lift(m_asked, reasonOf(values));
    else if (formId == form::extend)
        m_desk->extend(m_asked, extensionOf(values), reasonOf(values));
    else
        m_desk->ban(m_asked, reasonOf(values), expiryOf(values));
}

/// The time that is left counts down; a block that has ended leaves the list by itself.
void BlockListPage::onTick() {
    m_model->tick(block_column::Left);
    m_panel->tick();
    const Instant now = m_context.now();
    const auto &rows = m_model->rows();
    const bool ended =
        std::any_of(rows.cbegin(), rows.cend(), [now](const Block &block) { return block.until <= now; });
    if (ended && !m_model->isBusy() && !m_model->error() && now - m_lastRead >= readAgainAfter)
        m_model->refresh();
}

void BlockListPage::offerChoices() {
    QList<QPair<QString, QString>> kinds, policies;
    for (const QString &kind : policyKinds())
        kinds.append({kind, kindWord(kind)});
    for (const PolicyRecord &record : std::as_const(m_policies))
        policies.append(
            {record.policy.id, QStringLiteral("%1  (%2)").arg(policyTitle(record.policy), record.policy.id)});
    m_kind->setChoices(tr("Kind"), tr("All kinds"), kinds);
    m_policy->setChoices(tr("Policy"), tr("All policies"), policies);
}

void BlockListPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BlockListPage::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Whole number, e-mail, address … and Enter"));
    m_bar->field()->setAccessibleName(tr("Look for a whole value"));
    m_list->setAccessibleListName(tr("Blocks"));
    m_list->setCountText([](int count) { return tr("%n blocked", nullptr, count); });
    offerChoices();
    m_actions->retranslate();
    if (m_split->isOpen(m_form))
        closeSide(); // its words were made when it was asked
    m_list->retranslate();
}

} // namespace wemo::pages::blocking
