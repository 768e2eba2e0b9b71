<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BlockingForms</name>
    <message numerus="yes">
        <source>Lift %n block(s)</source>
        <translation>
            <numerusform>Lift %n block</numerusform>
            <numerusform>Lift %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %n block(s)</source>
        <translation>
            <numerusform>Extend %n block</numerusform>
            <numerusform>Extend %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ban %n subject(s)</source>
        <translation>
            <numerusform>Ban %n subject</numerusform>
            <numerusform>Ban %n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lift %n ban(s)</source>
        <translation>
            <numerusform>Lift %n ban</numerusform>
            <numerusform>Lift %n bans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BanListPage</name>
    <message numerus="yes">
        <source>%n ban(s)</source>
        <translation>
            <numerusform>%n ban</numerusform>
            <numerusform>%n bans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ban(s) imported</source>
        <translation>
            <numerusform>%n ban imported</numerusform>
            <numerusform>%n bans imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockListPage</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockingDesk</name>
    <message numerus="yes">
        <source>%n block(s) lifted</source>
        <translation>
            <numerusform>%n block lifted</numerusform>
            <numerusform>%n blocks lifted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) extended</source>
        <translation>
            <numerusform>%n block extended</numerusform>
            <numerusform>%n blocks extended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on the ban list</source>
        <translation>
            <numerusform>%n put on the ban list</numerusform>
            <numerusform>%n put on the ban list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ban(s) lifted</source>
        <translation>
            <numerusform>%n ban lifted</numerusform>
            <numerusform>%n bans lifted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PoliciesPage</name>
    <message numerus="yes">
        <source>%n policies</source>
        <translation>
            <numerusform>%n policy</numerusform>
            <numerusform>%n policies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PreviewView</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::SubjectHistoryPage</name>
    <message numerus="yes">
        <source>Lift %n block(s) …</source>
        <translation>
            <numerusform>Lift %n block …</numerusform>
            <numerusform>Lift %n blocks …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::TrialView</name>
    <message numerus="yes">
        <source>It would be let through, but %n requester(s) are blocked for it.</source>
        <translation>
            <numerusform>It would be let through, but %n requester is blocked for it.</numerusform>
            <numerusform>It would be let through, but %n requesters are blocked for it.</numerusform>
        </translation>
    </message>
</context>
</TS>
