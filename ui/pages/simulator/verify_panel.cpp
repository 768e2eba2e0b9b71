#include "ui/pages/simulator/verify_panel.h"

#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wemo::pages::simulator {

VerifyPanel::VerifyPanel(QuoteSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_name(new QLabel(this))
    , m_quote(new QPlainTextEdit(this))
    , m_wrong(new QLabel(this))
    , m_verify(new QPushButton(this))
    , m_bar(new ui::MessageBar(this))
    , m_differences(new QTableWidget(0, 3, this)) {
    setObjectName(QStringLiteral("verifyPanel"));
    build();
    retranslate();
}

void VerifyPanel::build() {
    m_quote->setObjectName(QStringLiteral("storedQuote"));
    m_quote->setFont(ui::monospaceFont());
    m_quote->setTabChangesFocus(true);
    m_name->setBuddy(m_quote);
    m_wrong->setObjectName(QStringLiteral("storedQuoteError"));
    m_wrong->setProperty("ui", "error");
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    m_verify->setObjectName(QStringLiteral("verify"));
    m_bar->setObjectName(QStringLiteral("verifyBar"));
    m_differences->setObjectName(QStringLiteral("differences"));
    m_differences->setShowGrid(false);
    m_differences->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_differences->setTabKeyNavigation(false);
    m_differences->verticalHeader()->hide();
    m_differences->verticalHeader()->setDefaultSectionSize(ui::metrics::rowHeight);
    m_differences->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_differences->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_differences->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 16);
    column->setSpacing(8);
    column->addWidget(m_name);
    column->addWidget(m_quote, 1);
    column->addWidget(m_wrong);
    column->addWidget(m_verify, 0, Qt::AlignLeft);
    column->addWidget(m_bar);
    column->addWidget(m_differences, 1);
    connect(m_verify, &QPushButton::clicked, this, &VerifyPanel::verify);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &VerifyPanel::verify);
    connect(m_quote, &QPlainTextEdit::textChanged, this, [this] {
        m_wrong->hide();
        m_bar->clear();
        m_differences->hide();
        m_outcome.reset();
        ++m_epoch;
    });
}

void VerifyPanel::verify() {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(m_quote->toPlainText().toUtf8(), &error);
    m_wrong->setText(tr("This is no JSON object: see character %1.").arg(error.offset));
    m_wrong->setVisible(!document.isObject());
    if (!document.isObject())
        return m_quote->setFocus();
    const int epoch = ++m_epoch;
    m_source.verify(document.object()).then(this, [this, epoch](const ui::ApiResult<VerifyOutcome> &outcome) {
        if (epoch != m_epoch)
            return;
        if (outcome)
            show(*outcome);
        else
            m_bar->showError(outcome.error());
    });
}

void VerifyPanel::show(const VerifyOutcome &outcome) {
    m_outcome = outcome;
    if (outcome.matches)
        m_bar->showMessage(ui::Tone::Success, tr("Priced again, this quote comes out the same, line by line."));
    else
        m_bar->showMessage(ui::Tone::Warning,
                           tr("Priced again, this quote comes out differently. Places that differ: %1")
                               .arg(outcome.differences.size()));
    m_differences->setRowCount(static_cast<int>(outcome.differences.size()));
    for (int row = 0; row < m_differences->rowCount(); ++row) {
        const VerifyDifference &one = outcome.differences.at(row);
        const QString texts[] = {one.path, one.before.isEmpty() ? QStringLiteral("–") : one.before,
                                 one.after.isEmpty() ? QStringLiteral("–") : one.after};
        for (int column = 0; column < 3; ++column)
            m_differences->setItem(row, column, new QTableWidgetItem(texts[column]));
    }
    m_differences->setVisible(!outcome.matches);
}

void VerifyPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_outcome)
        show(*m_outcome);
}

void VerifyPanel::retranslate() {
    m_name->setText(tr("A stored quote (JSON)"));
    m_quote->setAccessibleName(tr("A stored quote (JSON)"));
    m_quote->setPlaceholderText(tr("Paste what the rent service kept for an order."));
    m_verify->setText(tr("Price again and compare"));
    m_differences->setHorizontalHeaderLabels({tr("Place"), tr("In the quote"), tr("Priced again")});
    m_differences->setAccessibleName(tr("Differences"));
}

} // namespace wemo::pages::simulator
