"""Small files of every kind of register, with invented people."""

SDN_CSV = (
    '101,"HRONEC, Peter","individual","BALKANS-EO14033",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 03 Mar 1970; nationality Slovakia; Gender Male; Passport X123 (Slovakia); a.k.a. 'PETKO'.\"\r\n"
    '102,"HRONEC STEEL D.O.O.",-0- ,"BALKANS-EO14033] [GLOMAG",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '103,"MORAVA",vessel,"DPRK",-0- ,"9ABC","Bulk Carrier",-0- ,-0- ,Panama,-0- ,'
    '"Vessel Registration Identification IMO 9074729"\r\n'
    "\x1a\r\n"
)
ALT_CSV = '101,1,"aka","HRONEC, Pyotr",-0- \r\n102,2,"fka","HRONEC METALS",-0- \r\n'
ADD_CSV = '102,1,"1 Main Street","Bratislava","Slovakia",-0- \r\n'
COMMENTS_CSV = '101,"; alt. DOB 1971; citizen Serbia"\r\n'

SDN_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>07/11/2023</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry>
    <uid>101</uid><firstName>Peter</firstName><lastName>HRONEC</lastName><sdnType>Individual</sdnType>
    <programList><program>BALKANS-EO14033</program></programList>
    <idList><id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>2</uid><idType>Passport</idType><idNumber>X123</idNumber></id></idList>
    <akaList><aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>PETKO</lastName></aka>
      <aka><uid>4</uid><type>a.k.a.</type><category>strong</category><firstName>Pyotr</firstName>
      <lastName>HRONEC</lastName></aka></akaList>
    <nationalityList><nationality><country>Slovakia</country></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>03 Mar 1970</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>102</uid><lastName>HRONEC STEEL D.O.O.</lastName><sdnType>Entity</sdnType>
    <programList><program>BALKANS-EO14033</program><program>GLOMAG</program></programList>
    <addressList><address><country>Slovakia</country></address></addressList></sdnEntry>
</sdnList>
"""

SDN_ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
  <DateOfIssue><Year>2023</Year><Month>7</Month><Day>11</Day></DateOfIssue>
  <ReferenceValueSets>
    <CountryValues><Country ID="7">Slovakia</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
    <LegalBasisValues><LegalBasis ID="5">Executive Order 14033</LegalBasis></LegalBasisValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType>
      <NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
  </ReferenceValueSets>
  <Locations><Location ID="70"><LocationCountry CountryID="7"/></Location></Locations>
  <DistinctParties>
    <DistinctParty FixedRef="101"><Profile ID="9101" PartySubTypeID="4">
      <Identity ID="1" Primary="true">
        <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1">
          <DocumentedNamePart><NamePartValue NamePartGroupID="11">Hronec</NamePartValue></DocumentedNamePart>
          <DocumentedNamePart><NamePartValue NamePartGroupID="12">Peter</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
        <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2">
          <DocumentedNamePart><NamePartValue>Petko</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
        <NamePartGroups>
          <MasterNamePartGroup><NamePartGroup ID="11" NamePartTypeID="1520"/></MasterNamePartGroup>
          <MasterNamePartGroup><NamePartGroup ID="12" NamePartTypeID="1521"/></MasterNamePartGroup>
        </NamePartGroups>
      </Identity>
      <Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1970</Year><Month>3</Month>
        <Day>3</Day></From></Start></DatePeriod></FeatureVersion></Feature>
      <Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="70"/></FeatureVersion></Feature>
      <Feature FeatureTypeID="224"><FeatureVersion><VersionDetail DetailReferenceID="91526"/></FeatureVersion></Feature>
    </Profile></DistinctParty>
  </DistinctParties>
  <SanctionsEntries>
    <SanctionsEntry ID="1" ProfileID="9101"><EntryEvent LegalBasisID="5"><Date><Year>2023</Year><Month>7</Month>
      <Day>11</Day></Date></EntryEvent><SanctionsMeasure><Comment>BALKANS-EO14033</Comment></SanctionsMeasure>
    </SanctionsEntry>
  </SanctionsEntries>
</Sanctions>
"""

UN_XML = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2024-02-27T00:00:09Z"><INDIVIDUALS>
  <INDIVIDUAL><DATAID>900</DATAID><FIRST_NAME>PETER</FIRST_NAME><SECOND_NAME>HRONEC</SECOND_NAME>
    <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDi.900</REFERENCE_NUMBER><LISTED_ON>2023-07-11</LISTED_ON>
    <GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>Петер Хронец</NAME_ORIGINAL_SCRIPT>
    <DESIGNATION><VALUE>Colonel</VALUE></DESIGNATION><NATIONALITY><VALUE>Slovakia</VALUE></NATIONALITY>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>PETKO</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-03-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  </INDIVIDUAL>
</INDIVIDUALS><ENTITIES>
  <ENTITY><DATAID>901</DATAID><FIRST_NAME>HRONEC STEEL</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
    <LISTED_ON>2023-07-11</LISTED_ON><ENTITY_ADDRESS><COUNTRY>Slovakia</COUNTRY></ENTITY_ADDRESS></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>
"""

EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-03-09T14:00:16.479+01:00" globalFileId="1">
  <sanctionEntity designationDate="2023-07-11" designationDetails="" unitedNationId="" euReferenceNumber="EU.900.1"
      logicalId="13">
    <remark>Businessman</remark>
    <regulation regulationType="amendment" publicationDate="2024-01-17" programme="UKR" numberTitle="2024/1"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Peter" lastName="HRONEC" wholeName="Peter HRONEC" function="Director" gender="M"
      strong="true"/>
    <nameAlias wholeName="Petko" strong="false"/>
    <citizenship countryIso2Code="SK"/><citizenship countryIso2Code="00"/>
    <birthdate birthdate="1970-03-03" year="1970" circa="false"/>
    <identification number="X123" identificationTypeCode="passport"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.901.1" logicalId="14">
    <regulation regulationType="regulation" publicationDate="2022-02-25" programme="UKR"/>
    <subjectType code="enterprise"/><nameAlias wholeName="Hronec Steel" strong="true"/>
    <address countryIso2Code="SK"/>
  </sanctionEntity>
</export>
"""

UK_CSV = (
    "Report Date: 12-Jul-2023\r\n"
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,"
    "Alias strength,Name non-latin script,Regime Name,Designation Type,Date Designated,D.O.B,Nationality(/ies),"
    "Position,Address Country\r\n"
    "11/07/2023,RUS9001,16000,,HRONEC,Peter,,,,,Alias,Low quality a.k.a,,Russia,Individual,11/07/2023,03/03/1970,"
    "Slovakia,Director,\r\n"
    "11/07/2023,RUS9001,16000,,HRONEC,Peter,Jan,,,,Primary name,,Петер Хронец,Russia,Individual,11/07/2023,"
    "dd/mm/1971,(1) Slovakia (2) Serbia,Director,\r\n"
    "11/07/2023,RUS9002,16001,,HRONEC STEEL,,,,,,Primary name,,,Russia,Entity,11/07/2023,,,,Slovakia\r\n"
)

UNGA_WIDE = "rcid,date,me,SVK,SRB,USA\n1,2024-05-23,FALSE,1,3,1.0\n2,2024-05-24,FALSE,2,8,9\n"
UNGA_TITLES = "rcid,session,date,unres,short,descr\n1,78.0,2024-05-23,A/RES/78/900,Day of remembrance,\n"
UNGA_LONG = "rcid,country_code,vote,date\n1,SVK,1,2024-05-23\n1,SRB,3,2024-05-23\n2,SVK,2,2024-05-24\n"
UNGA_LIBRARY = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n"
    "4000001,SVK,SLOVAKIA,Y,2024-05-23,78,A/RES/78/900,Day of remembrance : resolution / adopted\n"
    "4000001,SRB,SERBIA,N,2024-05-23,78,A/RES/78/900,Day of remembrance : resolution / adopted\n"
    "4000001,USA,UNITED STATES,A,2024-05-23,78,A/RES/78/900,Day of remembrance : resolution / adopted\n"
)

OFFICEHOLDERS = (
    "position,person,personID,start,end\n"
    "Minister of Defence,Peter Hronec,Q900,2017-06-29,2020-10-28\n"
    "President,Ana Petrović,Q901,2020,\n"
)

FTM = (
    '{"id": "Q900", "schema": "Person", "caption": "Peter Hronec", "properties": {"name": ["Peter Hronec"], '
    '"alias": ["Петер Хронец"], "weakAlias": ["Petko"], "birthDate": ["1970-03-03"], "nationality": ["sk"], '
    '"topics": ["sanction", "role.pep"]}}\n'
    '{"id": "s-1", "schema": "Sanction", "properties": {"entity": ["Q900"], "authority": ["Office of Foreign '
    'Assets Control"], "program": ["BALKANS"], "startDate": ["2023-07-11"]}}\n'
    '{"id": "p-1", "schema": "Position", "properties": {"name": ["Minister of Defence"], "country": ["sk"]}}\n'
    '{"id": "o-1", "schema": "Occupancy", "properties": {"holder": ["Q900"], "post": ["p-1"], '
    '"startDate": ["2017-06-29"], "endDate": ["2020-10-28"]}}\n'
    '{"id": "m-1", "schema": "Membership", "properties": {"member": ["Q900"], "organization": [{"id": "org-1", '
    '"schema": "Organization", "properties": {"name": ["Morava Club"]}}], "role": ["member"], '
    '"startDate": ["2015"]}}\n'
    '{"id": "a-1", "schema": "Address", "properties": {"full": ["1 Main Street"]}}\n'
)
