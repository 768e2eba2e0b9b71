// The part of BanListPage that narrows the list and says how things stand.
#include "ui/pages/blocking/ban_actions.h"
#include "ui/pages/blocking/ban_list_page.h"
#include "ui/pages/blocking/ban_panel.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/single_chip.h"
#include "ui/widgets/action_panel.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/side_split.h"

#include <QEvent>
#include <QTabBar>
#include <QUrlQuery>

namespace wemo::pages::blocking {

using wemo::blocking::BanFilter;
using wemo::blocking::BanState;

namespace {
const QString allStates = QStringLiteral("all");
} // namespace

void BanListPage::wireFilter() {
    connect(m_bar->field(), &ui::SearchField::searched, this, [this](const QString &typed) {
        if (typed.isEmpty() && !m_value.isEmpty())
            applyFilter();
    });
    // A value is looked for whole: a part of one is caught by nothing.
    connect(m_bar->field(), &QLineEdit::returnPressed, this, &BanListPage::applyFilter);
    connect(m_text, &ui::SearchField::searched, this, [this] {
        if (filter() != m_filter)
            applyFilter();
    });
    for (SingleChip *chip : {m_kind, m_state})
        connect(chip, &SingleChip::chosen, this, [this] {
            applyFilter();
            Q_EMIT placeChanged(true);
        });
    connect(m_bar, &ui::FilterBar::cleared, this, &BanListPage::clearFilter);
    connect(m_list, &ui::ListFrame::actionRequested, this, [this](ui::ListFrame::Nothing nothing) {
        if (nothing == ui::ListFrame::Nothing::NoMatch)
            return clearFilter();
        m_actions->add->trigger();
    });
}

/// Without a choice the list shows what is in force.
BanFilter BanListPage::filter() const {
    BanFilter filter;
    filter.kind = m_kind->value();
    filter.text = m_text->text().trimmed();
    if (m_state->value() == allStates)
        filter.state.reset();
    else if (!m_state->value().isEmpty())
        filter.state = wemo::blocking::banStateFromString(m_state->value());
    filter.importId = m_fromImport;
    return filter;
}

bool BanListPage::isNarrowed() const {
    return !m_value.isEmpty() || m_filter != BanFilter();
}

void BanListPage::applyFilter() {
    m_value = m_bar->field()->text().trimmed();
    m_filter = filter();
    m_refused->clear();
    m_bar->setClearVisible(isNarrowed());
    m_list->setNarrowed(isNarrowed());
    m_list->table().clearSelection();
    m_model->restart();
}

void BanListPage::clearFilter() {
    m_bar->field()->setTextQuietly({});
    m_text->setTextQuietly({});
    m_kind->setValue({});
    m_state->setValue({});
    m_fromImport = 0;
    applyFilter();
    m_list->focusList();
    Q_EMIT placeChanged(true);
}

ui::ListWords BanListPage::wordsFor(ui::ListFrame::Nothing nothing) const {
    if (nothing == ui::ListFrame::Nothing::NoMatch && !m_value.isEmpty())
        return {QStringLiteral("edit-find"), tr("No ban catches this"),
                tr("It may be blocked all the same; its history and “Try it” tell."), tr("Clear filter")};
    if (nothing == ui::ListFrame::Nothing::NoMatch)
        return {QStringLiteral("edit-find"), tr("No ban matches"), tr("Widen the filter, or clear it."),
                tr("Clear filter")};
    if (nothing == ui::ListFrame::Nothing::Empty && m_context.client.may(staff::Permission::BlockingAct))
        return {QStringLiteral("dialog-cancel"), tr("Nobody is banned"),
                tr("Add somebody here, or turn a block into a ban on the block list."), tr("Add a ban")};
    if (nothing == ui::ListFrame::Nothing::Empty)
        return {QStringLiteral("dialog-cancel"), tr("Nobody is banned"), {}};
    if (m_model->error() && m_model->error()->kind == ErrorKind::InvalidInput)
        return {QStringLiteral("edit-find"), tr("We cannot look for this"),
                tr("Write a whole number, e-mail, address, device or ID number."), tr("Retry")};
    return {QStringLiteral("network-disconnect"), tr("The bans could not be read"),
            tr("They are in force all the same. Try again; if it stays so, tell the technicians the request ID above."),
            tr("Retry")};
}

ui::ListWords BanListPage::importWordsFor(ui::ListFrame::Nothing nothing) const {
    if (nothing == ui::ListFrame::Nothing::Failed)
        return {QStringLiteral("network-disconnect"), tr("The imports could not be read"),
                tr("Try again; if it stays so, tell the technicians the request ID above."), tr("Retry")};
    const bool may = m_context.client.may(staff::Permission::BlockingImport);
    return {QStringLiteral("document-import"), tr("No file was imported yet"),
            tr("A CSV file with the columns kind, value (or prefix, cidr), reason and expires_at is checked line by "
               "line before anything "
               "is written, and can be taken back as a whole."),
            may ? tr("Import …") : QString()};
}

QString BanListPage::place() const {
    QUrlQuery query;
    const auto add = [&query](const char *item, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1StringView(item), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("tab", m_tabs->currentIndex() == 1 ? QStringLiteral("imports") : QString());
    add("kind", m_kind->value());
    add("state", m_state->value());
    add("q", m_text->text().trimmed());
    add("import", m_fromImport == 0 ? QString() : idToString(m_fromImport));
    add("ban", m_open);
    return query.toString(QUrl::FullyEncoded);
}

void BanListPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    m_tabs->setCurrentIndex(item("tab") == u"imports" ? 1 : 0);
    m_kind->setValue(item("kind"));
    m_state->setValue(item("state"));
    m_text->setTextQuietly(item("q"));
    m_bar->field()->setTextQuietly(item("value"));
    m_fromImport = idFromString(item("import")).value_or(0);
    if (filter() != m_filter || item("value") != m_value)
        applyFilter();
    closeSide();
    if (const QString ban = item("ban"); !ban.isEmpty()) {
        m_split->open(m_panel);
        openBan(ban);
    }
}

void BanListPage::offerChoices() {
    QList<QPair<QString, QString>> kinds, states;
    for (const QString &kind : knownKinds())
        kinds.append({kind, kindWord(kind)});
    for (const BanState state : {BanState::Expired, BanState::Lifted})
        states.append({toString(state), banPill(state).word});
    states.append({allStates, tr("All")});
    m_kind->setChoices(tr("Kind"), tr("All kinds"), kinds);
    m_state->setChoices(tr("State"), tr("In force"), states);
}

void BanListPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BanListPage::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Whole value: is it banned?"));
    m_bar->field()->setAccessibleName(tr("Which bans catch this value"));
    m_text->setPlaceholderText(tr("Reason or author"));
    m_text->setAccessibleName(tr("Filter by reason or author"));
    m_tabs->setTabText(0, tr("Bans"));
    m_tabs->setTabText(1, tr("Imports"));
    m_tabs->setAccessibleName(tr("Bans or imports"));
    m_list->setAccessibleListName(tr("Bans, newest first"));
    m_list->setCountText([](int count) { return tr("%n ban(s)", nullptr, count); });
    m_importList->setAccessibleListName(tr("Imports, newest first"));
    m_importList->setCountText([](int count) { return tr("%n import(s)", nullptr, count); });
    offerChoices();
    m_actions->retranslate();
    if (m_split->isOpen(m_form))
        closeSide(); // its words were made when it was asked
    m_list->retranslate();
    m_importList->retranslate();
}

} // namespace wemo::pages::blocking
