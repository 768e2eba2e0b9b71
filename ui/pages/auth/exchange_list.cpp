#include "ui/pages/auth/exchange_list.h"

#include "ui/pages/auth/exchange_text.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::auth {

namespace {
QLabel *codeBlock(const QString &text, const QString &name, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(ui::monospaceFont(ui::TextSize::Small));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setProperty("ui", "code");
    label->setMargin(10);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::AlternateBase);
    return label;
}

/// Tokens are one long word: give the line breaker somewhere to break.
QString breakable(QString text) {
    QString out;
    int run = 0;
    for (const QChar letter : std::as_const(text)) {
        run = letter.isSpace() ? 0 : run + 1;
        out.append(letter);
        if (run > 0 && run % 16 == 0)
            out.append(QChar(0x200b));
    }
    return out;
}
} // namespace

ExchangeCard::ExchangeCard(const ui::RawExchange &exchange, QWidget *parent)
    : QFrame(parent)
    , m_exchange(exchange)
    , m_toggle(new QToolButton(this))
    , m_pill(new ui::StatusPill(this))
    , m_took(new QLabel(this)) {
    setObjectName(QStringLiteral("exchangeCard"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 4, 4);
    row->setSpacing(8);
    m_toggle->setObjectName(QStringLiteral("exchangeToggle"));
    m_toggle->setText(requestLine(exchange));
    m_toggle->setFont(ui::monospaceFont());
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_toggle->setAutoRaise(true);
    m_toggle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_took->setFont(ui::monospaceFont(ui::TextSize::Small));
    m_took->setProperty("ui", "muted");
    m_took->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_took->setMinimumWidth(m_took->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00   000 ms")));
    row->addWidget(m_toggle, 1);
    row->addWidget(m_pill);
    row->addWidget(m_took);
    column->addLayout(row);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    setOpen(false);
    retranslate();
}

QWidget *ExchangeCard::buildBody() {
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(24, 0, 4, 12);
    column->setSpacing(4);
    m_requestHeading = new QLabel(body);
    m_answerHeading = new QLabel(body);
    m_requestHeading->setProperty("ui", "section");
    m_answerHeading->setProperty("ui", "section");
    if (!m_exchange.requestBody.isEmpty()) {
        column->addWidget(m_requestHeading);
        column->addWidget(
            codeBlock(breakable(prettyJson(m_exchange.requestBody)), QStringLiteral("requestBody"), body));
    } else {
        m_requestHeading->hide();
    }
    column->addWidget(m_answerHeading);
    const QString answer = m_exchange.status == 0 ? m_exchange.failure : prettyJson(m_exchange.answerBody);
    column->addWidget(codeBlock(breakable(answer), QStringLiteral("answerBody"), body));
    auto *row = new QHBoxLayout;
    m_copyCurl = new QPushButton(body);
    m_copyAnswer = new QPushButton(body);
    m_copyCurl->setObjectName(QStringLiteral("copyCurl"));
    m_copyAnswer->setObjectName(QStringLiteral("copyAnswer"));
    for (QPushButton *button : {m_copyCurl, m_copyAnswer}) {
        button->setProperty("ui", "link");
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    connect(m_copyCurl, &QPushButton::clicked, this, [this] { Q_EMIT copied(asCurl(m_exchange)); });
    connect(m_copyAnswer, &QPushButton::clicked, this,
            [this] { Q_EMIT copied(QString::fromUtf8(m_exchange.answerBody)); });
    layout()->addWidget(body);
    return body;
}

void ExchangeCard::setOpen(bool open) {
    m_open = open;
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (open && !m_body) {
        m_body = buildBody();
        retranslate();
    }
    if (m_body)
        m_body->setVisible(open);
}

void ExchangeCard::retranslate() {
    m_pill->setPill({statusTone(m_exchange), statusText(m_exchange)});
    m_took->setText(QStringLiteral("%1  %2").arg(
        m_exchange.startedAt.isValid() ? ui::timeOfDay(fromMs(m_exchange.startedAt.toMSecsSinceEpoch())) : QString(),
        ui::durationText(Milliseconds(m_exchange.durationMs))));
    m_toggle->setAccessibleName(tr("%1, answered %2").arg(requestLine(m_exchange), statusText(m_exchange)));
    if (!m_body)
        return;
    m_requestHeading->setText(tr("Request"));
    m_answerHeading->setText(m_exchange.status == 0 ? tr("No answer") : tr("Answer"));
    m_copyCurl->setText(tr("Copy as curl"));
    m_copyAnswer->setText(tr("Copy answer"));
}

void ExchangeCard::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

ExchangeList::ExchangeList(QWidget *parent)
    : QScrollArea(parent)
    , m_hint(new QLabel) {
    setObjectName(QStringLiteral("exchangeList"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    inside->setProperty("ui", "content");
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 8, 24, 16);
    m_column->setSpacing(0);
    m_hint->setObjectName(QStringLiteral("exchangeHint"));
    m_hint->setProperty("ui", "muted");
    m_hint->setWordWrap(true);
    m_column->addWidget(m_hint);
    m_column->addStretch();
    setWidget(inside);
    QEvent language(QEvent::LanguageChange);
    changeEvent(&language);
}

void ExchangeList::add(const ui::RawExchange &exchange) {
    auto *card = new ExchangeCard(exchange, widget());
    connect(card, &ExchangeCard::copied, this, &ExchangeList::copied);
    card->setOpen(exchange.status == 0 || exchange.status >= 400); // what went wrong is what is looked for
    m_cards.prepend(card);
    m_column->insertWidget(0, card);
    m_hint->hide();
    while (m_cards.size() > maxCards)
        delete m_cards.takeLast();
    verticalScrollBar()->setValue(0);
    Q_EMIT countChanged();
}

void ExchangeList::clear() {
    qDeleteAll(std::exchange(m_cards, {}));
    m_hint->show();
    Q_EMIT countChanged();
}

void ExchangeList::changeEvent(QEvent *event) {
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_hint)
        return;
    setAccessibleName(tr("Requests and answers, newest first"));
    m_hint->setText(
        tr("What the phone asks, and what the service answers, appears here: enter a number on the phone."));
}

} // namespace wemo::pages::auth
