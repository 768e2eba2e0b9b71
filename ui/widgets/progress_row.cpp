#include "ui/widgets/progress_row.h"

#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
constexpr int steps = 1'000; ///< of the bar: totals may be larger than an int
}

ProgressRow::ProgressRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
    , m_text(new QLabel(m_row))
    , m_bar(new QProgressBar(m_row))
    , m_cancel(new QPushButton(m_row))
    , m_error(new MessageBar(this)) {
    setObjectName(name + "Row");
    m_text->setObjectName(name + "Text");
    m_bar->setObjectName(name + "Bar");
    m_cancel->setObjectName(name + "Cancel");
    m_error->setObjectName(name + "Error");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(360);
    m_cancel->setProperty("ui", "small");
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addWidget(m_row);
    column->addWidget(m_error);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelRequested);
    connect(m_error, &MessageBar::retryRequested, this, [this] {
        m_error->clear();
        Q_EMIT retryRequested();
    });
    retranslate();
    hide();
}

void ProgressRow::begin(const QString &text) {
    m_busy = true;
    m_error->clear();
    setText(text);
    setProgress(0, 0);
    setCancelable(true);
    m_row->show();
    show();
}

void ProgressRow::setText(const QString &text) {
    m_text->setText(text);
    m_bar->setAccessibleName(text);
}

void ProgressRow::setProgress(qint64 done, qint64 total) {
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(std::min(done, total) * steps / total));
}

void ProgressRow::setCancelable(bool cancelable) {
    m_cancel->setEnabled(cancelable);
}

void ProgressRow::halt(const ApiError &error) {
    m_error->showError(error);
}

void ProgressRow::end(const QString &error) {
    m_busy = false;
    m_row->hide();
    if (error.isEmpty())
        return hide();
    m_error->showMessage(Tone::Danger, error);
}

void ProgressRow::end(const ApiError &error) {
    end(QStringLiteral(" "));
    m_error->showError(error, false);
}

void ProgressRow::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressRow::retranslate() {
    m_cancel->setText(tr("Cancel"));
}

} // namespace wemo::ui
