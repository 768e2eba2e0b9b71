#include "ui/widgets/toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace wemo::ui {

namespace {
constexpr int noticeMs = 4000;
constexpr int undoMs = 10'000;
constexpr int aboveEdge = 48;
} // namespace

Toast::Toast(QWidget *window)
    : QFrame(window)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_timer(new QTimer(this)) {
    setProperty("ui", "toast");
    setObjectName("toast");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setProperty("ui", "toast-action");
    m_undo->setObjectName("toastUndo");
    m_undo->setText(tr("Undo"));
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_undo->isHidden())
            hide();
        else
            withdrawUndo();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_timer->stop();
        hide();
        Q_EMIT undone();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::showText(const QString &text) {
    present(text, false);
}

void Toast::showUndo(const QString &text) {
    present(text, true);
}

void Toast::withdrawUndo() {
    if (isHidden() || m_undo->isHidden())
        return;
    m_timer->stop();
    hide();
    Q_EMIT settled();
}

void Toast::present(const QString &text, bool undo) {
    if (isVisible() && !m_undo->isHidden())
        Q_EMIT settled();
    m_text->setText(text);
    setAccessibleName(text);
    m_undo->setVisible(undo);
    m_timer->start(undo ? undoMs : noticeMs);
    adjustSize();
    place();
    show();
    raise();
}

void Toast::place() {
    const QSize area = parentWidget()->size();
    move((area.width() - width()) / 2, area.height() - height() - aboveEdge);
}

bool Toast::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        m_undo->setText(tr("Undo"));
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
