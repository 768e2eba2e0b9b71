#include "ui/pages/blocking/preview_view.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/day_bars.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"
#include "ui/widgets/time_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using wemo::blocking::PolicyPreview;
using wemo::blocking::PreviewExample;

namespace {
constexpr int dayChoices[] = {1, 7, 14, 30};
constexpr int kindRole = Qt::UserRole + 1, subjectRole = Qt::UserRole + 2;
} // namespace

PreviewView::PreviewView(BlockingSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source) {
    setObjectName(QStringLiteral("previewView"));
    build();
    retranslate();
    connect(m_days, &QComboBox::currentIndexChanged, this, &PreviewView::ask);
    connect(m_again, &QPushButton::clicked, this, &PreviewView::ask);
    connect(m_error, &ui::MessageBar::retryRequested, this, &PreviewView::ask);
    connect(m_examples, &ui::ListTable::opened, this, [this](const QModelIndex &index) {
        const QModelIndex first = index.siblingAtColumn(0);
        Q_EMIT historyRequested(first.data(kindRole).toString(), first.data(subjectRole).toString());
    });
}

void PreviewView::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    m_days = new QComboBox(this);
    m_days->setObjectName(QStringLiteral("previewDays"));
    for (const int days : dayChoices)
        m_days->addItem(QString(), days);
    m_days->setCurrentIndex(1);
    m_again = new QPushButton(this);
    m_again->setObjectName(QStringLiteral("previewAgain"));
    m_again->setProperty("ui", "small");
    top->addWidget(m_days);
    top->addWidget(m_again);
    top->addStretch();
    column->addLayout(top);
    m_error = new ui::MessageBar(this);
    m_error->setObjectName(QStringLiteral("previewError"));
    m_loading = new ui::SkeletonLoading(this);
    m_loading->setFixedHeight(120);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("previewSentence"));
    m_sentence->setWordWrap(true);
    m_bars = new DayBars(this);
    m_examplesHeading = new QLabel(this);
    m_examplesHeading->setProperty("ui", "section");
    m_rows = new QStandardItemModel(this);
    m_examples = new ui::ListTable(this);
    m_examples->setObjectName(QStringLiteral("previewExamples"));
    m_examples->setModel(m_rows);
    m_examples->horizontalHeader()->setSectionsMovable(false);
    m_examples->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_examples->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_error, m_loading, m_sentence, m_bars, m_examplesHeading, m_examples})
        column->addWidget(widget);
    column->addStretch();
}

void PreviewView::setRecord(const PolicyRecord &record) {
    m_record = record;
    if (isVisible())
        ask();
}

void PreviewView::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!m_asked || !(m_asked->policy == m_record.policy))
        ask();
}

void PreviewView::ask() {
    m_asked = m_record;
    m_preview.reset();
    m_error->clear();
    fill();
    m_source.preview(m_record, m_days->currentData().toInt())
        .then(this, [this, epoch = ++m_epoch](const ui::ApiResult<PolicyPreview> &preview) {
            if (epoch != m_epoch)
                return;
            if (preview)
                m_preview = *preview;
            else
                m_error->showError(preview.error());
            fill();
            m_loading->setVisible(false);
        });
    m_loading->setVisible(true);
}

void PreviewView::fill() {
    const bool known = m_preview.has_value();
    m_bars->setVisible(known);
    m_sentence->setVisible(known);
    const bool examples = known && !m_preview->examples.isEmpty();
    m_examplesHeading->setVisible(examples);
    m_examples->setVisible(examples);
    if (!known)
        return;
    const QLocale locale;
    m_sentence->setText(m_preview->decisions == 0
                            ? tr("Nothing of the kind was asked for in this time.")
                            : tr("Of %1 requests in the last %2 days it would have refused %3, of %4 different ones.")
                                  .arg(locale.toString(m_preview->decisions), locale.toString(m_preview->days),
                                       locale.toString(m_preview->wouldBlock), locale.toString(m_preview->subjects)));
    m_bars->setDays(m_preview->byDay);
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Who"), tr("First refused"), tr("How often")});
    for (const PreviewExample &example : std::as_const(m_preview->examples)) {
        auto *who = new QStandardItem(example.subject.masked);
        who->setData(example.subject.kind, kindRole);
        who->setData(example.subject.id, subjectRole);
        m_rows->appendRow({who, new QStandardItem(ui::dateAndTime(example.firstAt)),
                           new QStandardItem(locale.toString(example.refused))});
    }
    m_examples->setColumnWidth(0, 150);
    m_examples->setColumnWidth(1, 176);
    m_examples->horizontalHeader()->setStretchLastSection(true);
    m_examples->setFixedHeight(m_examples->horizontalHeader()->sizeHint().height() +
                               ui::metrics::rowHeight * static_cast<int>(m_preview->examples.size()) + 4);
}

void PreviewView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PreviewView::retranslate() {
    for (int i = 0; i < m_days->count(); ++i)
        m_days->setItemText(i, tr("Last %n day(s)", nullptr, dayChoices[i]));
    m_days->setAccessibleName(tr("Time to look back"));
    m_again->setText(tr("Look again"));
    m_examplesHeading->setText(tr("Examples (Enter opens the history)"));
    m_examples->setAccessibleName(tr("Who would have been refused"));
    fill();
}

} // namespace wemo::pages::blocking
