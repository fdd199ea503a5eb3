import SurveyForms

/// A form with one of everything, and a record of it that is half filled in.
///
/// Its repeat has nine instances at most: with two thousand of them an input tells as much and takes
/// a thousand times as long.
enum SmallForm {
  static let definition: FormDefinition = {
    let lists = "name,label,area\na,ก,1\nb,ข,2\nc,ค,1\n"
    guard
      let form = FormReader.read(Array(xform.utf8), media: { _ in Array(lists.utf8) }).definition
    else { preconditionFailure("the form of the fuzzer is broken") }
    return form
  }()

  static let story: Story = {
    var story = Story(definition, environment: .fuzzed)
    for (path, text) in [
      ("/data/name", "นางคำ"), ("/data/age", "47"), ("/data/weight", "51.5"),
      ("/data/born", "1973-04-10"), ("/data/needs", "a c"), ("/data/area", "1"),
      ("/data/member[1]/name", "แดง"), ("/data/member[2]/name", "ดำ"),
    ] {
      _ = story.answer(path, text)
    }
    return story
  }()

  private static let xform = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
    xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
    <h:head><h:title>small</h:title><model><itext><translation lang="th">
    <text id="hi"><value>สวัสดี <output value="/data/name"/></value></text></translation></itext>
    <instance><data id="small" version="1" lang="th"><name/><age/><weight/><born/><hour/><when/>
    <where/><needs/><area/><village/><sum/><count>2</count><member jr:template=""><name/>
    <pet jr:template=""><kind/></pet></member><group><inside/></group><done/>
    <meta><instanceID/><instanceName/></meta></data></instance>
    <instance id="places"><root><item><name>a</name><label>ก</label><area>1</area></item>
    <item><name>b</name><label>ข</label><area>2</area></item></root></instance>
    <instance id="list" src="jr://file-csv/list.csv"/>
    <bind nodeset="/data/name" type="string" required="true()"/>
    <bind nodeset="/data/age" type="int" constraint=". &gt;= 0 and . &lt; 120" \
    jr:constraintMsg="ไม่ได้"/>
    <bind nodeset="/data/weight" type="decimal"/><bind nodeset="/data/born" type="date"/>
    <bind nodeset="/data/hour" type="time"/><bind nodeset="/data/when" type="dateTime"/>
    <bind nodeset="/data/where" type="geopoint"/>
    <bind nodeset="/data/village" relevant="/data/area != ''"/>
    <bind nodeset="/data/sum" type="int" calculate="count(/data/member) + /data/age * 2"/>
    <bind nodeset="/data/count" type="int"/><bind nodeset="/data/group" relevant="/data/age &gt; 15"/>
    <bind nodeset="/data/group/inside" calculate="concat(/data/name, '-', position(..))"/>
    <bind nodeset="/data/done" type="boolean"/>
    <bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/>
    <bind nodeset="/data/meta/instanceName" calculate="/data/name"/>
    </model></h:head><h:body>
    <input ref="/data/name"><label ref="jr:itext('hi')"/></input><input ref="/data/age"/>
    <input ref="/data/weight"/><input ref="/data/born"/><input ref="/data/hour"/>
    <input ref="/data/when"/><input ref="/data/where"/>
    <select ref="/data/needs"><item><label>ก</label><value>a</value></item>
    <item><label>ข</label><value>b</value></item><item><label>ค</label><value>c</value></item></select>
    <select1 ref="/data/area"><item><label>1</label><value>1</value></item>
    <item><label>2</label><value>2</value></item></select1>
    <select1 ref="/data/village"><itemset nodeset="instance('list')/root/item[area=/data/area]">
    <value ref="name"/><label ref="label"/></itemset></select1>
    <group ref="/data/member"><repeat nodeset="/data/member" \
    jr:count="if(/data/count &gt; 9, 9, /data/count)">
    <input ref="/data/member/name"/><group ref="/data/member/pet">
    <repeat nodeset="/data/member/pet"><input ref="/data/member/pet/kind"/></repeat></group>
    </repeat></group><group ref="/data/group"><input ref="/data/group/inside"/></group>
    <trigger ref="/data/done"/></h:body></h:html>
    """
}
