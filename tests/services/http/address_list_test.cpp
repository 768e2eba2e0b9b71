#include "services/http/address_list.h"

#include <QTest>

using namespace wemo;

class AddressListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holds_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("held");
        QTest::newRow("the one") << "203.0.113.7"
                                 << "203.0.113.7" << true;
        QTest::newRow("another") << "203.0.113.7"
                                 << "203.0.113.8" << false;
        QTest::newRow("in the network") << "10.0.0.1, 203.0.113.0/24"
                                        << "203.0.113.255" << true;
        QTest::newRow("beside the network") << "203.0.113.0/25"
                                            << "203.0.113.128" << false;
        QTest::newRow("a network named by one of its hosts") << "203.0.113.77/24"
                                                             << "203.0.113.1" << true;
        QTest::newRow("everything") << "0.0.0.0/0"
                                    << "198.51.100.1" << true;
        QTest::newRow("mapped into IPv6") << "203.0.113.0/24"
                                          << "::ffff:203.0.113.9" << true;
        QTest::newRow("IPv6") << "2001:db8::/32"
                              << "2001:db8:1::5" << true;
        QTest::newRow("another IPv6") << "2001:db8::/32"
                                      << "2001:db9::5" << false;
        QTest::newRow("IPv4 in a list of IPv6") << "::/0"
                                                << "203.0.113.7" << false;
        QTest::newRow("no address") << "0.0.0.0/0"
                                    << "" << false;
        QTest::newRow("an empty list") << " , "
                                       << "203.0.113.7" << false;
    }
    void holds() {
        QFETCH(QString, list);
        QFETCH(QString, address);
        const auto parsed = http::AddressList::parse(list);
        QVERIFY(parsed);
        QTEST(parsed->holds(address), "held");
    }

    void refuses_data() {
        QTest::addColumn<QString>("list");
        for (const char *bad : {"gateway.example", "203.0.113.256", "203.0.113.0/33", "10.0.0.1 10.0.0.2", "1::2::3"})
            QTest::newRow(bad) << QString::fromLatin1(bad);
    }
    void refuses() {
        QFETCH(QString, list);
        const auto parsed = http::AddressList::parse("203.0.113.7," + list);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(list));
    }
};

QTEST_GUILESS_MAIN(AddressListTest)
#include "address_list_test.moc"
