#pragma once
#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace wemo::ui {

/// The panel at the side of a list: a title with a close button, then sections under headings, scrolling together.
class DetailPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailPanel)

public:
    explicit DetailPanel(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// A widget beside the title, such as a StatusPill. Owned from now on.
    void setTitleWidget(QWidget *widget);
    /// The heading label is returned for retranslation; an empty heading gives none.
    QLabel *addSection(const QString &heading, QWidget *content);
    void addStretch();
    /// False for one that is always there.
    void setClosable(bool closable);
    QScrollArea *scrollArea() const { return m_scroll; }

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QVBoxLayout *m_body;
    class QHBoxLayout *m_header;
    QScrollArea *m_scroll;
    QToolButton *m_close;
};

} // namespace wemo::ui
