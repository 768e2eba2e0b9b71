#include "ui/pages/sms/error_table_view.h"

#include "ui/pages/sms/error_words.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/list_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::ErrorRow;
using Kind = ui::KeyValueList::ValueKind;

namespace {
constexpr int panelWidth = 340;
constexpr int narrowBelow = 960;
const QString searchItem = QStringLiteral("search");
} // namespace

ErrorTableView::ErrorTableView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ErrorModel(this))
    , m_bar(new ui::FilterBar(this))
    , m_stack(new QStackedWidget)
    , m_table(new ui::ListTable(m_stack))
    , m_empty(new ui::EmptyState(m_stack))
    , m_panel(new ui::DetailPanel)
    , m_sentence(new QLabel)
    , m_advice(new QLabel)
    , m_facts(new ui::KeyValueList) {
    setObjectName(QStringLiteral("errorTableView"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_bar->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    m_bar->field()->setObjectName(QStringLiteral("errorSearch"));
    column->addWidget(m_bar);
    buildTable();
    buildPanel();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({1'000, panelWidth});
    column->addWidget(splitter, 1);
    connect(m_bar->field(), &ui::SearchField::searched, this, [this](const QString &text) {
        search(text);
        Q_EMIT placeChanged(true);
    });
    connect(m_bar, &ui::FilterBar::cleared, this, &ErrorTableView::backOut);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &ErrorTableView::backOut);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showRow(index.row()); });
    retranslate();
    search({});
}

void ErrorTableView::buildTable() {
    m_stack->setContentsMargins(12, 0, 0, 0);
    m_table->setObjectName(QStringLiteral("errorTable"));
    m_table->setModel(m_model);
    using Cell = ui::RowDelegate::Kind;
    m_table->setItemDelegateForColumn(ErrorModel::Code, new ui::RowDelegate(Cell::Monospace, m_table));
    m_table->setItemDelegateForColumn(ErrorModel::State, new ui::RowDelegate(Cell::Pill, m_table));
    m_table->setItemDelegateForColumn(ErrorModel::Caller, new ui::RowDelegate(Cell::Monospace, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    const int widths[] = {104, 104, 136, 184, 184};
    for (int section = 0; section < 5; ++section)
        header->resizeSection(section, widths[section]);
    connect(m_table, &ui::ListTable::widthChanged, this, &ErrorTableView::showColumns);
    showColumns(0);
    m_empty->setFocusPolicy(Qt::TabFocus);
    m_empty->setObjectName(QStringLiteral("errorState"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_bar->field()->setList(m_table);
}

void ErrorTableView::showColumns(int width) {
    const bool narrow = width < narrowBelow;
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionHidden(ErrorModel::Words, narrow);
    header->setSectionResizeMode(ErrorModel::Words, QHeaderView::Stretch);
    header->setSectionResizeMode(ErrorModel::Reason, narrow ? QHeaderView::Stretch : QHeaderView::Interactive);
}

void ErrorTableView::buildPanel() {
    m_panel->setClosable(false);
    m_sentence->setObjectName(QStringLiteral("errorSentence"));
    m_sentence->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_advice->setObjectName(QStringLiteral("errorAdvice"));
    for (QLabel *label : {m_sentence, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_panel->addSection({}, label);
    }
    m_panel->addSection({}, m_facts);
    m_panel->addStretch();
}

void ErrorTableView::search(const QString &text) {
    m_model->search(text);
    const int count = m_model->rowCount();
    m_bar->setClearVisible(!text.trimmed().isEmpty());
    m_bar->setSummary(tr("%n code(s)", nullptr, count));
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_panel->setVisible(count > 0);
    if (count > 0)
        m_table->selectRow(0);
    showRow(0);
}

void ErrorTableView::showRow(int at) {
    const ErrorRow *row = m_model->rowAt(at);
    if (!row)
        return;
    const QString reason(row->reason);
    const ReasonText words = reason.isEmpty() ? ReasonText{stateMeaning(row->state), {}} : explainReason(reason, {});
    m_panel->setTitle(row->gateway.isEmpty() ? codeText(*row)
                                             : QStringLiteral("%1 %2").arg(gatewayName(row->gateway), codeText(*row)));
    m_sentence->setText(words.sentence);
    m_advice->setText(words.advice);
    m_advice->setVisible(!words.advice.isEmpty());
    const QString caller(row->caller);
    m_facts->set(QStringLiteral("actor"), tr("Who has to act"), actorWord(row->actor));
    m_facts->set(QStringLiteral("stage"), tr("Where it is met"), stageWord(row->stage));
    m_facts->set(QStringLiteral("reason"), tr("Reason"), reason, Kind::Monospace);
    m_facts->set(QStringLiteral("caller"), tr("The caller sees"), caller, Kind::Monospace);
    m_facts->set(QStringLiteral("callerWords"), tr("Which says"), callerWords(caller));
    m_facts->set(QStringLiteral("elsewhere"), tr("Other gateways"),
                 row->isElsewhere ? tr("Tried at once, where there are any") : tr("Not tried"));
}

void ErrorTableView::focusFilter() {
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

bool ErrorTableView::backOut() {
    if (m_bar->field()->text().isEmpty())
        return false;
    m_bar->field()->setTextQuietly({});
    search({});
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged(true);
    return true;
}

void ErrorTableView::writeTo(QUrlQuery &query) const {
    if (const QString text = m_bar->field()->text().trimmed(); !text.isEmpty())
        query.addQueryItem(searchItem, QString::fromLatin1(QUrl::toPercentEncoding(text)));
}

void ErrorTableView::readFrom(const QUrlQuery &query) {
    const QString text = query.queryItemValue(searchItem, QUrl::FullyDecoded);
    m_bar->field()->setTextQuietly(text);
    search(text);
}

void ErrorTableView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ErrorTableView::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Code, reason or any word of it"));
    m_bar->field()->setAccessibleName(tr("Search the error table"));
    m_table->setAccessibleName(tr("Error table"));
    m_empty->setContent(QStringLiteral("edit-find"), tr("No code matches"),
                        tr("Try one word less, or the number of the code alone."), tr("Clear search"));
    m_model->retranslate();
    m_bar->setSummary(tr("%n code(s)", nullptr, m_model->rowCount()));
    showRow(std::max(0, m_table->currentIndex().row()));
}

} // namespace wemo::pages::sms
