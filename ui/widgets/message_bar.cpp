#include "ui/widgets/message_bar.h"

#include "ui/widgets/error_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/properties.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
QString iconOf(Tone tone) {
    switch (tone) {
    case Tone::Danger:
        return "dialog-error-symbolic";
    case Tone::Warning:
        return "dialog-warning-symbolic";
    case Tone::Success:
        return "dialog-ok-apply";
    default:
        return "documentinfo";
    }
}
} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_words(new QLabel(this))
    , m_requestId(new QPushButton(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QToolButton(this)) {
    setProperty("ui", "message-bar");
    setAccessibleName(tr("Message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    for (QLabel *label : {m_text, m_words}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_text->setObjectName("messageText");
    m_words->setObjectName("messageWords");
    m_words->setProperty("ui", "small");
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_words);
    m_requestId->setObjectName("messageRequestId");
    m_requestId->setProperty("ui", "link");
    m_requestId->setFont(monospaceFont(TextSize::Small));
    m_action->setObjectName("messageAction");
    m_action->setProperty("ui", "small");
    m_dismiss->setObjectName("messageDismiss");
    m_dismiss->setAutoRaise(true);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_requestId);
    row->addWidget(m_action);
    row->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::retryRequested);
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_requestId, &QPushButton::clicked, this, [this] {
        if (m_error)
            QApplication::clipboard()->setText(m_error->requestId);
    });
    retranslate();
    hide();
}

void MessageBar::showError(const ApiError &error, bool retry) {
    m_error = error;
    m_retry = retry;
    m_tone = error.isOffline() ? Tone::Warning : Tone::Danger;
    setTexts(errorText(error));
    present(retry ? tr("Retry") : QString(), error.requestId);
}

void MessageBar::showMessage(Tone tone, const QString &text, const QString &actionText) {
    m_error.reset();
    m_tone = tone;
    setTexts({text, {}});
    present(actionText, {});
}

void MessageBar::setTexts(const ErrorText &text) {
    m_text->setText(text.sentence);
    m_words->setText(text.words);
    m_words->setVisible(!text.words.isEmpty());
    setAccessibleDescription(text.words.isEmpty() ? text.sentence : text.sentence + ' ' + text.words);
}

void MessageBar::present(const QString &actionText, const QString &requestId) {
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_requestId->setText(requestId);
    m_requestId->setVisible(!requestId.isEmpty());
    restyle();
    show();
}

void MessageBar::clear() {
    m_error.reset();
    hide();
}

QString MessageBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::restyle() {
    setUiProperty(this, "tone", static_cast<int>(m_tone));
    const IconRole role = m_tone == Tone::Danger ? IconRole::Danger : IconRole::Text;
    m_icon->setPixmap(icon(iconOf(m_tone), role).pixmap(16, 16));
    m_dismiss->setIcon(icon("window-close-symbolic"));
}

void MessageBar::retranslate() {
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_requestId->setToolTip(tr("Copy the request id"));
    m_requestId->setAccessibleName(tr("Copy the request id"));
    if (!m_error)
        return;
    setTexts(errorText(*m_error));
    if (m_retry)
        m_action->setText(tr("Retry"));
}

void MessageBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        restyle();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
